import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PipelineEvent } from '@/lib/assist/events';
import { runPipeline } from '@/lib/assist/pipeline';
import type { PipelineInput, Ports } from '@/lib/assist/ports';
import { visibleText } from '@/lib/core/text';
import { createLocalEngine } from '@/lib/engines/local/engine';
import { GOLDEN_DAY } from '@/lib/learning/evaluation/suites/golden';
import { loadPolicies } from '@/lib/policies/load';
import { readDemoWorld } from './demo-world';
import { inputOf } from './input-of';
import { portsIn } from './ports-in';
import { seenIn } from './seen';
import { ODD_MESSAGES } from './testing/odd-messages';

/** What may be shown of a message that nobody understands. */
const UNSURE = 0.3;
const KINDS = ['triage', 'passages', 'escalation', 'resolution', 'handoff'];

let ports: Ports;
let inputFor: (...messages: string[]) => PipelineInput;

beforeAll(async () => {
  const policies = await loadPolicies('policies');
  const world = await readDemoWorld(GOLDEN_DAY);
  const local = createLocalEngine(policies);
  ports = portsIn(world, { ...local, local }, policies);
  inputFor = (...messages) =>
    inputOf(
      {
        name: 'odd',
        customer: 'maya-ortiz',
        channel: 'chat',
        turns: messages.map((customer) => ({ customer, times: 1 })),
        earlier_contacts: [],
        expect: {},
      },
      world,
    );
}, 120_000);

const play = async (...messages: string[]) => {
  const events: PipelineEvent[] = [];
  for await (const event of runPipeline(inputFor(...messages), ports, new AbortController().signal))
    events.push(event);
  return events;
};

/** What holds for any message at all: every cue comes, the end comes last, and nothing is offered that may not go out. */
const soundOf = (events: readonly PipelineEvent[]) => {
  const cues = events.flatMap((event) => (event.type === 'cue' ? [event.payload] : []));
  expect(cues.map(({ kind }) => kind).sort()).toEqual([...KINDS].sort());
  expect(events.at(-1)?.type).toBe('done');
  const seen = seenIn(cues);
  const { resolution, guard } = seen;
  expect(guard === null).toBe(resolution.outcome === 'abstain');
  expect(guard?.verdict).not.toBe('blocked');
  return seen;
};

describe('an odd message', () => {
  test.each(ODD_MESSAGES.map((odd) => [odd.name, odd] as const))('%s', async (_, odd) => {
    const messages = [odd.says].flat().map(visibleText);
    const { triage, resolution, escalation } = soundOf(await play(...messages));
    if (odd.unclear) {
      expect(triage.intent.confidence, triage.intent.id).toBeLessThanOrEqual(UNSURE);
      expect(triage.secondary).toEqual([]);
      if (!escalation.decision.escalate && resolution.outcome === 'abstain')
        expect(resolution.missing.kind).toBe('field');
    }
    const flags = triage.flags.map(({ flag }) => flag);
    if (odd.intent) expect(triage.intent.id).toBe(odd.intent);
    if (odd.language) expect(triage.language).toBe(odd.language);
    if (odd.flags) expect(flags.filter((flag) => flag !== 'outage')).toEqual(odd.flags);
    if (odd.mood) expect(triage.sentiment.label).toBe(odd.mood);
    if (odd.anger !== undefined) expect(triage.sentiment.anger).toBe(odd.anger);
    if (odd.escalates) expect(escalation.decision.escalate).toBe(true);
  });

  test('is more than forty kinds of them', () => {
    expect(new Set(ODD_MESSAGES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
  });

  test('whatever a customer can send, every cue comes and nothing throws', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('my bill is wrong', 'no internet', 'thanks', '$40', 'cancel it', 'mi factura'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (messages) => {
        soundOf(await play(...messages));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

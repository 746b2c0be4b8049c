import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { PolicySource } from '@/lib/policies/policy-source';
import { readFolder } from '@/lib/policies/read-folder';
import { guard } from '@/lib/rules/guard';
import { guardrailCasesSchema } from '@/lib/rules/guard-cases';
import { createLiveReply, mayShow } from './live-reply';

const { guardrails: policy } = await loadPolicies('policies');
const source = new PolicySource((await readFolder('policies')).files);
const cases = source.parse('guardrails.cases.yaml', guardrailCasesSchema)?.value ?? [];

const bare = (text: string) => ({
  text,
  grounding: { passages: [], facts: [], utterances: [] },
  flags: [],
  sentimentScore: 0,
  language: 'en',
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What a console sees of a text that arrives five letters at a time, 25 milliseconds apart. */
const streamed = async (text: string): Promise<string> => {
  let seen = '';
  const live = createLiveReply(
    (soFar) => mayShow(policy, bare(soFar)),
    (delta) => {
      seen += delta;
    },
  );
  for (let at = 0; at < text.length; at += 5) {
    live.push(text.slice(at, at + 5));
    await vi.advanceTimersByTimeAsync(25);
  }
  await vi.advanceTimersByTimeAsync(100);
  live.end();
  return seen;
};

test('no draft of the policy shows what would be blocked or repaired in it', async () => {
  let stopped = 0;
  for (const { draft } of cases) {
    const seen = await streamed(draft);
    expect(draft.startsWith(seen)).toBe(true);
    const bad = guard(policy, bare(draft)).findings.filter(
      ({ severity, start, end }) => severity !== 'warn' && end > start,
    );
    for (const { end } of bad) expect(seen.length, draft).toBeLessThan(end);
    stopped += bad.length > 0 ? 1 : 0;
  }
  expect(stopped).toBeGreaterThan(50);
});

test('an innocent text is shown to its last whole word', async () => {
  expect(await streamed('I can see the order and will look into it now')).toBe(
    'I can see the order and will look into it ',
  );
});

test('half a figure is never shown', async () => {
  const seen: string[] = [];
  const live = createLiveReply(
    () => true,
    (delta) => seen.push(delta),
  );
  for (const piece of ['It is $1', '00.0', '0 in all']) {
    live.push(piece);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(seen).toEqual(['It is ', '$100.00 in ']);
});

test('nothing is shown after the end', async () => {
  const seen: string[] = [];
  const live = createLiveReply(
    () => true,
    (delta) => seen.push(delta),
  );
  live.push('one ');
  live.push('two ');
  live.end();
  await vi.advanceTimersByTimeAsync(100);
  live.push('three ');
  expect(seen).toEqual(['one ']);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { promisedBeyondAuthority, type RepAuthority, repAuthority } from '@/lib/assist/facts/authority';
import { contentOf, saidShare } from '@/lib/assist/facts/said-share';
import type { PipelineInput } from '@/lib/assist/ports';
import { sentencesOf } from '@/lib/core/text';
import { detectLanguage } from '@/lib/detectors/language';
import { utterancesOf } from '@/lib/domain/conversation';
import { createLocalEngine } from '@/lib/engines/local/engine';
import type { Library } from '@/lib/knowledge/library';
import { GOLDEN_DAY, GOLDEN_FOLDER } from '@/lib/learning/evaluation/suites/golden';
import { loadPolicies } from '@/lib/policies/load';
import { goldenFileSchema } from './case-file';
import { readDemoWorld } from './demo-world';
import { inputOf } from './input-of';
import { portsIn } from './ports-in';
import { readGoldenCases } from './read-cases';
import { type Seen, seenOf } from './seen';

interface Shown {
  name: string;
  input: PipelineInput;
  seen: Seen;
}

const shown: Shown[] = [];
let knowledge: Library;
let authority: RepAuthority;
let corrected: (intent: string, text: string) => Promise<Seen>;

/** Golden cases, and every customer message of every live conversation: what a rep would be shown at each. */
beforeAll(async () => {
  const [policies, world, located] = await Promise.all([
    loadPolicies('policies'),
    readDemoWorld(GOLDEN_DAY),
    readGoldenCases(GOLDEN_FOLDER),
  ]);
  const local = createLocalEngine(policies);
  const ports = portsIn(world, { ...local, local }, policies);
  ({ knowledge } = ports);
  authority = repAuthority(policies.tools);
  const { signal } = new AbortController();
  const points = [...world.live.values()].flatMap(({ id, turns }) =>
    turns.flatMap(({ from }, at) =>
      from === 'customer' ? [{ name: `${id}, message ${at + 1}`, live: id, upto: at + 1, expect: {} }] : [],
    ),
  );
  const cases = [...located.map(({ golden }) => golden), ...goldenFileSchema.parse(points)];
  for (const golden of cases) {
    const input = inputOf(golden, world);
    shown.push({ name: golden.name, input, seen: await seenOf(input, ports, signal) });
  }
  corrected = (intent, text) => {
    const [golden] = goldenFileSchema.parse([
      { name: 'corrected', customer: 'maya-ortiz', turns: [{ customer: text }], expect: {} },
    ]);
    if (!golden) throw new Error('one case was given');
    return seenOf({ ...inputOf(golden, world), overrides: { intent, steps: {} } }, ports, signal);
  };
}, 180_000);

const replies = (): (Shown & { reply: string })[] =>
  shown.flatMap((each) => (each.seen.reply === null ? [] : [{ ...each, reply: each.seen.reply }]));
const broken = (holds: (each: Shown & { reply: string }) => boolean): string[] =>
  replies()
    .filter((each) => !holds(each))
    .map(({ name, reply }) => `${name}: ${reply}`);

/** Figures with their signs, as they stand. */
const figuresIn = (text: string): string[] => text.match(/\$?\d+(?:,\d{3})*(?:\.\d+)?%?/gu) ?? [];

describe('every reply of the demo', () => {
  it('is shown for most messages', () => {
    expect(replies().length).toBeGreaterThan(0.75 * shown.length);
  });

  it('holds no figure that is not cited, in the steps it shows, or said by the customer', () => {
    expect(
      broken(({ seen, input, reply }) => {
        if (seen.resolution.outcome === 'abstain') return true;
        const { citations, steps } = seen.resolution;
        const sources = [
          ...citations.map((citation) => (citation.of === 'article' ? citation.quote : citation.value)),
          ...steps.map(({ say }) => say ?? ''),
          ...seen.retrieval.incidents.flatMap(({ cause, workaround }) => [cause, workaround ?? '']),
          ...utterancesOf(input.turns).map(({ text }) => text),
        ].join('\n');
        const known = new Set(figuresIn(sources));
        return figuresIn(reply).every((figure) => known.has(figure));
      }),
    ).toEqual([]);
  });

  it('promises nothing that a rep may not give', () => {
    expect(
      broken(
        ({ reply, input }) => promisedBeyondAuthority(authority, reply, utterancesOf(input.turns)) === null,
      ),
    ).toEqual([]);
  });

  it('repeats no sentence of the rep', () => {
    expect(
      broken(({ reply, input }) => {
        const said = utterancesOf(input.turns).filter(({ role }) => role === 'rep');
        return sentencesOf(reply)
          .filter((sentence) => contentOf(sentence).size >= 4)
          .every((sentence) => said.every(({ text }) => saidShare(sentence, text) < 0.8));
      }),
    ).toEqual([]);
  });

  it('says sorry once at most', () => {
    expect(
      broken(({ reply }) => (reply.match(/\b(?:sorry|lament[oa]|apologi[sz]e)\b/giu) ?? []).length <= 1),
    ).toEqual([]);
  });

  it('is in Spanish for who writes Spanish', () => {
    const spanish = replies().filter(({ seen }) => seen.triage.language === 'es');
    expect(spanish.length).toBeGreaterThan(10);
    expect(spanish.filter(({ reply }) => detectLanguage(reply) !== 'es').map(({ reply }) => reply)).toEqual(
      [],
    );
  });

  it('gives way to an abstention that names what is missing', () => {
    const vague = shown.flatMap(({ name, seen: { resolution } }) =>
      resolution.outcome === 'abstain' && !/“.{3,}”/u.test(resolution.missing.what) ? [name] : [],
    );
    expect(vague).toEqual([]);
  });
});

describe('an intent that a rep corrected', () => {
  it.each([
    'billing.duplicate-charge',
    'technical.tv-problem',
    'technical.slow-internet',
    'shipping.missing-package',
    'returns.refund-status',
    'account.sign-in-problem',
    'technical.visit-reschedule',
  ])('steers what is found and the steps: %s', async (intent) => {
    const seen = await corrected(intent, 'this thing again, same as last time');
    const isAbout = (articleId: string | undefined): boolean =>
      knowledge.article(articleId ?? '')?.intents.includes(intent) ?? false;
    expect(isAbout(seen.retrieval.passages[0]?.articleId)).toBe(true);
    expect(isAbout(seen.resolution.steps[0]?.source)).toBe(true);
  });
});

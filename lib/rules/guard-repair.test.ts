import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { readFolder } from '@/lib/policies/read-folder';
import { guard } from './guard';
import { readGuardCorpus } from './guard-corpus';
import type { GuardInput } from './guard-input';

const { guardrails: policy } = await loadPolicies('policies');
const corpus = readGuardCorpus((await readFolder('lib/rules/testing/guard-corpus')).files);

const input = (text: string, rest: Partial<GuardInput> = {}): GuardInput => ({
  text,
  grounding: { passages: [], facts: [], utterances: [] },
  flags: [],
  sentimentScore: 0,
  language: 'en',
  ...rest,
});
const repaired = (text: string, rest: Partial<GuardInput> = {}): string | null =>
  guard(policy, input(text, rest)).text;

const row = fc.constantFrom(...corpus);
const glue = fc.constantFrom(' ', ' But ', ' And ', ' However, ', '\n', '\n\n', ' 🙂 ', ' So ', ' — ');
/** Several drafts of the corpus as one, tied in the ways people tie sentences. */
const drafts = fc
  .tuple(row, fc.array(fc.tuple(glue, row), { maxLength: 4 }))
  .map(([first, rest]) => [first.input.text, ...rest.map(([tie, { input }]) => tie + input.text)].join(''));
const moods = fc.constantFrom(-0.8, 0, 0.5);

const figuresOf = (text: string): string[] => text.match(/\d+/g) ?? [];

describe('a repaired reply', () => {
  it('has nothing left to repair or to block, and stays as it is when checked again', () => {
    fc.assert(
      fc.property(drafts, moods, (text, sentimentScore) => {
        const first = guard(policy, input(text, { sentimentScore }));
        if (first.text === null) return;
        const again = guard(policy, input(first.text, { sentimentScore }));
        expect(again.findings.filter(({ severity }) => severity !== 'warn')).toEqual([]);
        expect(again).toMatchObject({ verdict: 'pass', text: first.text });
      }),
      { numRuns: 120 },
    );
  });

  it('holds no figure that neither the draft nor a disclosure has', () => {
    const disclosed = policy.required_disclosures.flatMap(({ add }) => figuresOf(add));
    fc.assert(
      fc.property(drafts, moods, (text, sentimentScore) => {
        const known = new Set([...figuresOf(text), ...disclosed]);
        // The end of a masked number is the end of one that stood there.
        const masked = figuresOf(text.replace(/[ .-]/g, ''));
        for (const figure of figuresOf(repaired(text, { sentimentScore }) ?? ''))
          expect(known.has(figure) || masked.some((whole) => whole.endsWith(figure))).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it('has no doubled space and begins with a capital, where the draft does', () => {
    fc.assert(
      fc.property(drafts, (text) => {
        const verdict = guard(policy, input(text));
        if (verdict.verdict !== 'repaired' || / {2}/.test(text)) return;
        expect(verdict.text).not.toMatch(/ {2}/);
        expect(verdict.text).not.toMatch(/^\p{Ll}/u);
      }),
      { numRuns: 120 },
    );
  });

  it.each([
    ['We are faster than Comcast. But your bill is right.', 'Your bill is right.'],
    [
      'Your plan is fine. We beat Xfinity. However, the bill is high.',
      'Your plan is fine. The bill is high.',
    ],
    ['We beat Xfinity. And I can check the line.', 'I can check the line.'],
    ['Please kindly wait.', 'Please wait.'],
    ['Kindly please wait.', 'Please wait.'],
    ['In the event of an outage you get a message.', 'In case of an outage you get a message.'],
    ['In the event that it stops, restart it.', 'If it stops, restart it.'],
    ['Please remit payment for the bill.', 'Please pay the bill.'],
    ['I can assure you that the line is stable.', 'I expect the line is stable.'],
    ['The line is stable. Trust me, it cannot fail.', 'The line is stable.'],
    ['👍🏽 Kindly wait, José.', '👍🏽 Please wait, José.'],
    ['Nuestro plan es más rápido.', 'Nuestro plan es más rápido.'],
  ])('reads as a rep would write it: %s', (draft, reply) => {
    expect(repaired(draft)).toBe(reply);
  });
});

describe('the place of a finding', () => {
  const marks = fc.constantFrom('🙂', '👩‍👩‍👧 ', 'e\u0301 ', '👍🏽', '🇺🇸 ', 'ñ ', '\u200b', '今日は。', 'ﬁ ');

  it('is the same words whatever characters stand before them', () => {
    const violations = corpus.filter(({ violates, written }) => violates && written === 'by hand');
    const shown = (text: string, given: GuardInput) =>
      guard(policy, { ...given, text })
        .findings.filter(({ start, end, repair }) => start < end && repair !== '')
        .map(({ rule, text: said }) => ({ rule, said }));
    fc.assert(
      fc.property(
        fc.constantFrom(...violations),
        fc.array(marks, { minLength: 1, maxLength: 4 }),
        (one, before) => {
          const text = `${before.join('')}. ${one.input.text}`;
          const found = shown(text, one.input);
          // A phrase that must be all a text says gives way to the shorter one within it.
          for (const { rule, said } of shown(one.input.text, one.input))
            expect(found.filter((other) => other.rule === rule && said.includes(other.said))).not.toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('never parts a character', () => {
    const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(drafts, fc.array(marks, { maxLength: 4 }), (draft, extra) => {
        const text = draft.replace(/ /g, () => ` ${extra.pop() ?? ''}`);
        const edges = new Set([...segments.segment(text)].map(({ index }) => index)).add(text.length);
        for (const { start, end } of guard(policy, input(text)).findings)
          expect([edges.has(start), edges.has(end)]).toEqual([true, true]);
      }),
      { numRuns: 120 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { PolicySource } from '@/lib/policies/policy-source';
import { readFolder } from '@/lib/policies/read-folder';
import { type GuardInput, guard, guardTyping } from './guard';
import { guardrailCasesSchema, runGuardrailCases } from './guard-cases';

const { guardrails: policy } = await loadPolicies('policies');
const source = new PolicySource((await readFolder('policies')).files);
const cases = source.parse('guardrails.cases.yaml', guardrailCasesSchema)?.value ?? [];

const input = (text: string, rest: Partial<GuardInput> = {}): GuardInput => ({
  text,
  grounding: { passages: [], facts: [], utterances: [] },
  flags: [],
  sentimentScore: 0,
  language: 'en',
  ...rest,
});

test('every case of the policy gets its verdict', () => {
  expect(source.problems).toEqual([]);
  expect(runGuardrailCases({ guardrails: policy }, cases).failures).toEqual([]);
  expect(cases.length).toBeGreaterThanOrEqual(200);
});

test('a wrong case is told with what was wanted and what came', () => {
  const [wrong] = guardrailCasesSchema.parse([
    { name: 'x', draft: 'What is your password?', expect: { verdict: 'pass' } },
  ]);
  expect(wrong && runGuardrailCases({ guardrails: policy }, [wrong])).toEqual({
    passed: 0,
    failed: 1,
    failures: [{ name: 'x', expected: 'pass by []', got: 'blocked by [asks-password]' }],
  });
});

describe('what a rep types', () => {
  test('is warned about where a draft is repaired, with the wording offered', () => {
    expect(guardTyping(policy, input('Kindly wait.'))).toMatchObject([
      { rule: 'kindly', severity: 'warn', repair: 'Please', start: 0, end: 6 },
    ]);
  });
  test('points at the words, not at the sentence that a draft would lose', () => {
    expect(guardTyping(policy, input('You get $500 back.'))).toMatchObject([
      { rule: 'ungrounded-amount', severity: 'warn', text: '$500', repair: null },
    ]);
  });
  test('is blocked only by rules that block', () => {
    expect(guardTyping(policy, input('What is your password?'))).toMatchObject([
      { rule: 'asks-password', severity: 'block' },
    ]);
  });
  test('is left alone when nothing is wrong', () => {
    expect(guardTyping(policy, input('Let me look at your bill.'))).toEqual([]);
  });
});

const sentences = fc.constantFrom(
  'Kindly utilize the app prior to calling.',
  'We are faster than Spectrum.',
  'You get $500 back.',
  'I guarantee it ships.',
  'Your card 4111 1111 1111 1111 is on file.',
  'We can pause your service.',
  'Your bill is fine.',
  "I'm looking at it.",
  'It arrives tomorrow.',
  'This will never happen again.',
  'I can book a technician.',
  '今日は。',
  '🙂',
);
const drafts = fc.array(sentences, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const moods = fc.constantFrom(-0.8, 0, 0.5);

test('a repaired text passes as it is', () => {
  fc.assert(
    fc.property(drafts, moods, (text, sentimentScore) => {
      const first = guard(policy, input(text, { sentimentScore }));
      if (first.verdict === 'blocked') return;
      const again = guard(policy, input(first.text, { sentimentScore }));
      expect(again.verdict).toBe('pass');
      expect(again.text).toBe(first.text);
    }),
  );
});

test('findings are places of the text that was checked', () => {
  fc.assert(
    fc.property(fc.oneof(drafts, fc.string({ unit: 'binary' })), moods, (text, sentimentScore) => {
      for (const { start, end, text: said } of guard(policy, input(text, { sentimentScore })).findings)
        expect(text.slice(start, end)).toBe(said);
    }),
  );
});

test('no mood, flag or source lets a blocked draft through', () => {
  fc.assert(
    fc.property(
      drafts,
      moods,
      fc.subarray(['cancel', 'outage', 'abuse', 'legal'] as const),
      (text, sentimentScore, flags) => {
        const grounding = { passages: [text], facts: [text], utterances: [text] };
        expect(
          guard(policy, input(`${text} What is your password?`, { sentimentScore, flags, grounding }))
            .verdict,
        ).toBe('blocked');
      },
    ),
  );
});

test('a draft whose every value is in its source is never called ungrounded', () => {
  fc.assert(
    fc.property(drafts, (text) => {
      const { findings } = guard(
        policy,
        input(text, { grounding: { passages: [text], facts: [], utterances: [] } }),
      );
      expect(findings.filter(({ rule }) => rule.startsWith('ungrounded'))).toEqual([]);
    }),
  );
});

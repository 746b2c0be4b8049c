import { expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { guard, guardTyping } from './guard';
import { learnToRead } from './guard-reader';

const { guardrails } = await loadPolicies('policies');
const { learnt } = guardrails;
const wording = (text: string, language = 'en') => ({
  text,
  grounding: { passages: [], facts: [], utterances: [] },
  flags: [],
  sentimentScore: 0,
  language,
});
const rulesIn = (text: string, language?: string): string[] =>
  guardTyping(guardrails, wording(text, language)).map(({ rule }) => rule);

/** Sentences that no phrase finds: each breaks its rule by what it means. */
const READ: [string, string][] = [
  ['competitor-comparison', 'With Verizon you would be paying through the nose for a crawl.'],
  ['unreleased-features', 'The developers hope that the app learns that trick eventually.'],
  ['legal-advice', 'A jury would probably award you something for that breach.'],
  ['internal-systems', 'The software sorts callers by what they spend.'],
];

it.each(READ)('reads %s in a sentence that no phrase foresees', (rule, sentence) => {
  const before = 'Thanks for waiting. ';
  const [finding, ...others] = guardTyping(guardrails, wording(`${before}${sentence} Is that all?`));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule, text: sentence, start: before.length });
  expect(finding?.message).toMatch(/^Reads like .+ \(\d\d % sure\)\. /);
  const phrases = [...guardrails.prohibited_topics].find(({ id }) => id === rule)?.phrases.find(sentence);
  expect(phrases).toEqual([]);
});

it('leaves such a sentence out of a draft', () => {
  const verdict = guard(guardrails, wording(`Thanks for waiting. ${READ[0]?.[1]} Is that all?`));
  expect(verdict).toMatchObject({ verdict: 'repaired', text: 'Thanks for waiting. Is that all?' });
});

it.each([
  'Your number moves over from Verizon in about a day.',
  'The technician arrives with the new gateway in the morning.',
  'I noted the letter from your lawyer for our legal desk.',
  'The app shows the score of your wifi.',
])('reads nothing into "%s"', (sentence) => {
  expect(rulesIn(sentence)).toEqual([]);
});

it('reads only the language of its examples', () => {
  expect(rulesIn(READ[0]?.[1] ?? '', 'es')).toEqual([]);
});

it('keeps away from what a rule names as innocent', () => {
  expect(rulesIn("I can't say what Verizon would charge, and I can't compare us.")).toEqual([]);
});

it('finds a sentence once where a phrase of the same rule has found it', () => {
  expect(rulesIn('Comcast is slower than we are.')).toEqual(['competitor-comparison']);
});

it('learns the same from the same examples', () => {
  const [one, two] = [learnToRead(learnt, learnt.examples), learnToRead(learnt, learnt.examples)];
  for (const [, sentence] of READ) expect(one(sentence)).toEqual(two(sentence));
});

it('reads an unseen example rightly where it is sure, nearly always', () => {
  const held = learnt.examples.filter((_, i) => i % 4 === 0);
  const read = learnToRead(
    learnt,
    learnt.examples.filter((_, i) => i % 4 !== 0),
  );
  const sure = held.flatMap((example) => {
    const reading = read(example.text);
    return reading && reading.sure >= learnt.sure.find ? [example] : [];
  });
  expect(sure.length).toBeGreaterThan(30);
  expect(sure.filter(({ rule }) => rule !== null).length / sure.length).toBeGreaterThanOrEqual(0.92);
});

it('reads a very long sentence and a text without words without harm', () => {
  expect(rulesIn(`${'and then '.repeat(20_000)}.`)).toEqual([]);
  expect(rulesIn('?!… 🙂')).toEqual([]);
});

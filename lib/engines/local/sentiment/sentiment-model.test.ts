import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SentimentLabel, sentimentLabelOf, sentimentLabelSchema } from '@/lib/domain/triage';
import { accuracy, macroF1 } from '@/lib/ml/metrics';
import { loadPolicies } from '@/lib/policies/load';
import { scoreMood, sentimentExamples, trainSentiment } from './sentiment-model';
import { HELD_BACK } from './testing/held-back';
import { TUNED_ON } from './testing/tuned-on';

const { sentiment } = await loadPolicies('policies');
const examples = sentimentExamples(sentiment);
const model = trainSentiment(examples);
const score = (text: string): number => scoreMood(model, text);

type Labelled = Readonly<Record<SentimentLabel, readonly string[]>>;
const rowsOf = (set: Labelled): { text: string; label: SentimentLabel }[] =>
  sentimentLabelSchema.options.flatMap((label) => set[label].map((text) => ({ text, label })));

const measure = (set: Labelled) => {
  const rows = rowsOf(set);
  const truth = rows.map(({ label }) => label);
  const scores = rows.map(({ text }) => score(text));
  const guesses = scores.map(sentimentLabelOf);
  return {
    accuracy: accuracy(truth, guesses),
    macroF1: macroF1(truth, guesses),
    sureAndWrong: scores.filter((one, at) => Math.abs(one) > 0.6 && guesses[at] !== truth[at]).length,
  };
};

describe('the shipped mood model', () => {
  // Minimums lie a little under what was measured: .933 / .926 on what it was tuned on, .810 / .806 on what was held back.
  it('reads what it was tuned on', () => {
    const found = measure(TUNED_ON);
    expect(found.accuracy).toBeGreaterThanOrEqual(0.9);
    expect(found.macroF1).toBeGreaterThanOrEqual(0.88);
  });

  it('reads messages that were held back', () => {
    const found = measure(HELD_BACK);
    expect(found.accuracy).toBeGreaterThanOrEqual(0.77);
    expect(found.macroF1).toBeGreaterThanOrEqual(0.76);
  });

  it('is seldom sure and wrong', () => {
    expect(measure(TUNED_ON).sureAndWrong + measure(HELD_BACK).sureAndWrong).toBeLessThanOrEqual(6);
  });

  it.each([
    'I want to cancel my internet. How does it work and is there a fee',
    "hi yeah I'm calling about the oven repair? You've got someone coming in four days and I was wondering if there's anything sooner",
    'Hello, I am moving from Fenwick to Port Ellery in about three weeks',
    "The internet's gone terribly slow, it's been a week or so",
    "I'd like to cancel my service",
    'ok',
  ])('hears no mood in "%s"', (text) => {
    expect(sentimentLabelOf(score(text))).toBe('neutral');
  });

  it('hears panic, and tells it from relief', () => {
    expect(score("there's like 40 bucks left in there, kind of freaking out")).toBeLessThan(-0.4);
    expect(score('phew, it went through, thank you so much')).toBeGreaterThan(0.6);
  });

  it('was not taught the messages it is measured by', () => {
    const taught = new Set(examples.map(({ text }) => text.toLowerCase()));
    const measured = [...rowsOf(TUNED_ON), ...rowsOf(HELD_BACK)].map(({ text }) => text.toLowerCase());
    expect(measured.filter((text) => taught.has(text))).toEqual([]);
    expect(new Set(measured).size).toBe(measured.length);
  });
});

describe('the mood score', () => {
  it('stays in its range and names the likeliest label', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...examples.map(({ text }) => text)), fc.string()), (text) => {
        const found = score(text);
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
        expect(sentimentLabelOf(found)).toBe(model.rank(text)[0]?.label);
      }),
    );
  });

  it('goes as far from the edge of its band as the label leads', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples.map(({ text }) => text)), (text) => {
        const [best, second] = model.rank(text);
        if (!best || best.label === 'neutral') return;
        const lead = best.confidence - (second?.confidence ?? 0);
        const found = Math.abs(score(text));
        expect(found).toBeLessThanOrEqual(0.3 + 0.75 * lead);
        expect(found).toBeGreaterThanOrEqual(0.25 + 0.7 * lead - 1e-9);
      }),
    );
  });
});

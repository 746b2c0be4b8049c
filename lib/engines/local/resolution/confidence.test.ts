import { beforeAll, describe, expect, it } from 'vitest';
import { calibrationError } from '@/lib/knowledge/testing/ask-questions';
import { ANSWERED, UNANSWERED } from '@/lib/knowledge/testing/questions';
import { GOLDEN_DAY } from '@/lib/learning/evaluation/suites/golden';
import { goldenFileSchema } from '@/lib/learning/golden/case-file';
import { readDemoWorld } from '@/lib/learning/golden/demo-world';
import { inputOf } from '@/lib/learning/golden/input-of';
import { portsIn } from '@/lib/learning/golden/ports-in';
import { loadPolicies } from '@/lib/policies/load';
import { createLocalEngine } from '../engine';
import { CONFIDENCE_MODEL, type ConfidenceModel, confidenceOf } from './confidence';
import { fitConfidence, logLoss } from './testing/fit-confidence';
import { type Outcome, outcomeOf } from './testing/outcomes';
import { QUESTIONS } from './testing/questions';

/** Who asks: accounts with different things on them, and someone we do not know. */
const ASKED_BY = ['maya-ortiz', 'thomas-brandt', undefined, 'margaret-oleary', 'haruto-kobayashi'];
const FOLDS = 5;

/** Outcomes by question: each is asked by two customers. */
const outcomes: Outcome[][] = [];

beforeAll(async () => {
  const [policies, world] = await Promise.all([loadPolicies('policies'), readDemoWorld(GOLDEN_DAY)]);
  const local = createLocalEngine(policies);
  const ports = portsIn(world, { ...local, local }, policies);
  const asked = [
    ...[...ANSWERED, ...UNANSWERED].map(({ text, articles }) => ({ text, articles })),
    ...QUESTIONS.map(([text, ...articles]) => ({ text, articles })),
  ];
  for (const [at, { text, articles }] of asked.entries()) {
    const drafted: Outcome[] = [];
    for (const who of [0, 2]) {
      const [golden] = goldenFileSchema.parse([
        {
          name: text,
          customer: ASKED_BY[(at + who) % ASKED_BY.length],
          turns: [{ customer: text }],
          expect: {},
        },
      ]);
      const outcome = golden ? await outcomeOf(inputOf(golden, world), articles, ports) : null;
      if (outcome) drafted.push(outcome);
    }
    outcomes.push(drafted);
  }
}, 120_000);

const judged = (of: readonly Outcome[], model: ConfidenceModel) =>
  of.map(({ support, right }) => ({ relevance: confidenceOf(support, model), answers: right }));

/** Every outcome with the confidence of a model that never saw its question. */
const crossFitted = () =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const inFold = (wanted: boolean) => outcomes.filter((_of, at) => (at % FOLDS === fold) === wanted).flat();
    return judged(inFold(true), fitConfidence(inFold(false)));
  }).flat();

describe('confidence', () => {
  it('is learnt from enough answers, right and wrong', () => {
    expect(outcomes.flat().length).toBeGreaterThan(200);
    expect(outcomes.flat().filter(({ right }) => !right).length).toBeGreaterThan(30);
  });

  it('is calibrated on questions the fit has not seen', () => {
    expect(calibrationError(crossFitted())).toBeLessThan(0.06);
  });

  it('ships with the constants that the fit gives', () => {
    const all = outcomes.flat();
    expect(logLoss(all, CONFIDENCE_MODEL)).toBeLessThan(logLoss(all, fitConfidence(all)) + 0.02);
  });

  it('tells right answers from wrong ones', () => {
    const of = judged(outcomes.flat(), CONFIDENCE_MODEL);
    const mean = (answers: boolean): number => {
      const chosen = of.filter((each) => each.answers === answers);
      return chosen.reduce((sum, { relevance }) => sum + relevance, 0) / chosen.length;
    };
    expect(mean(true)).toBeGreaterThan(mean(false) + 0.05);
  });
});

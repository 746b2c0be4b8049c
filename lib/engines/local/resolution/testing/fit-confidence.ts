import { type ConfidenceModel, confidenceOf, SUPPORT, type Support } from '../confidence';
import type { Outcome } from './outcomes';

const RIDGE = 0.01;
const ROUNDS = 4000;
const RATE = 0.1;

/** Mean negative log-likelihood of a model. */
export const logLoss = (outcomes: readonly Outcome[], model: ConfidenceModel): number =>
  outcomes.reduce((sum, { support, right }) => {
    const chance = Math.min(1 - 1e-9, Math.max(1e-9, confidenceOf(support, model)));
    return sum - Math.log(right ? chance : 1 - chance);
  }, 0) / Math.max(1, outcomes.length);

const none = (): Record<keyof Support, number> => ({
  relevance: 0,
  intent: 0,
  suits: 0,
  own: 0,
  stale: 0,
});

/** Ridge logistic regression by gradient descent: how the shipped constants were made. */
export const fitConfidence = (outcomes: readonly Outcome[]): ConfidenceModel => {
  let bias = 0;
  const weights = none();
  for (let round = 0; round < ROUNDS; round++) {
    let slope = 0;
    const slopes = none();
    for (const { support, right } of outcomes) {
      const error = confidenceOf(support, { bias, weights }) - (right ? 1 : 0);
      slope += error;
      for (const name of SUPPORT) slopes[name] += error * support[name];
    }
    bias -= (RATE * slope) / outcomes.length;
    for (const name of SUPPORT)
      weights[name] -= RATE * (slopes[name] / outcomes.length + RIDGE * weights[name]);
  }
  return { bias, weights };
};

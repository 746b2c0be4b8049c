import { EVIDENCE, type Evidence, type RelevanceModel, relevanceOf } from '../relevance';
import type { Judged } from './ask-questions';

const RIDGE = 0.0002;
const ROUNDS = 300;
const RATE = 0.8;
const MOMENTUM = 0.95;

/** Mean negative log-likelihood of a model. */
export const logLoss = (judged: readonly Judged[], model: RelevanceModel): number =>
  judged.reduce((sum, { evidence, answers }) => {
    const chance = Math.min(1 - 1e-9, Math.max(1e-9, relevanceOf(evidence, model)));
    return sum - Math.log(answers ? chance : 1 - chance);
  }, 0) / Math.max(1, judged.length);

const none = (): Record<keyof Evidence, number> =>
  Object.fromEntries(EVIDENCE.map((name) => [name, 0])) as Record<keyof Evidence, number>;

/** Ridge logistic regression by gradient descent with momentum: how the shipped constants were made. */
export const fitRelevance = (judged: readonly Judged[]): RelevanceModel => {
  let bias = 0;
  let biasPace = 0;
  const weights = none();
  const pace = none();
  for (let round = 0; round < ROUNDS; round++) {
    let slope = 0;
    const slopes = none();
    for (const { evidence, answers } of judged) {
      const error = relevanceOf(evidence, { bias, weights }) - (answers ? 1 : 0);
      slope += error;
      for (const name of EVIDENCE) slopes[name] += error * evidence[name];
    }
    biasPace = MOMENTUM * biasPace - (RATE * slope) / judged.length;
    bias += biasPace;
    for (const name of EVIDENCE) {
      pace[name] = MOMENTUM * pace[name] - RATE * (slopes[name] / judged.length + RIDGE * weights[name]);
      weights[name] += pace[name];
    }
  }
  return { bias, weights };
};

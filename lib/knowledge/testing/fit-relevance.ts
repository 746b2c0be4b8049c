import { fitLogistic, meanLogLoss } from '@/lib/ml/testing/fit-logistic';
import { EVIDENCE, type RelevanceModel } from '../relevance';
import type { Judged } from './ask-questions';

const DESCENT = { ridge: 0.0002, rounds: 300, rate: 0.8, momentum: 0.95 };

const rowsOf = (judged: readonly Judged[]) =>
  judged.map(({ evidence, answers }) => ({ features: evidence, holds: answers }));

export const logLoss = (judged: readonly Judged[], model: RelevanceModel): number =>
  meanLogLoss(EVIDENCE, rowsOf(judged), model);

/** How the shipped constants were made. */
export const fitRelevance = (judged: readonly Judged[]): RelevanceModel =>
  fitLogistic(EVIDENCE, rowsOf(judged), DESCENT);

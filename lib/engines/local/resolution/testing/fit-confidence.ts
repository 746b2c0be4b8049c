import { fitLogistic, meanLogLoss } from '@/lib/ml/testing/fit-logistic';
import { type ConfidenceModel, SUPPORT } from '../confidence';
import type { Outcome } from './outcomes';

const DESCENT = { ridge: 0.01, rounds: 4000, rate: 0.1, momentum: 0 };

const rowsOf = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ support, right }) => ({ features: support, holds: right }));

export const logLoss = (outcomes: readonly Outcome[], model: ConfidenceModel): number =>
  meanLogLoss(SUPPORT, rowsOf(outcomes), model);

/** How the shipped constants were made. */
export const fitConfidence = (outcomes: readonly Outcome[]): ConfidenceModel =>
  fitLogistic(SUPPORT, rowsOf(outcomes), DESCENT);

import {
  type CancelRisk,
  type RiskDriver,
  type RiskFeature,
  type RiskValues,
  riskBandOf,
} from '@/lib/domain/cancel-risk';
import { chanceOfRow, explainRow } from '@/lib/ml/chance-model';
import { rowOf, sayFeature } from './features';
import type { RiskWeights } from './weights';

/** What a rep reads: the strongest few, and none that moves the odds by less than a twentieth. */
const MOST_DRIVERS = 5;
const LEAST_WEIGHT = 0.05;

const driversOf = ({ features, model }: RiskWeights, values: RiskValues): RiskDriver[] => {
  const { shares } = explainRow(model, rowOf(features, values));
  return features
    .flatMap((feature, i) => {
      const id = feature as RiskFeature;
      const value = values[id];
      // A figure nobody knows weighs in the score, but there is nothing to say about it.
      return value === null || value === undefined ? [] : [{ id, value, weight: shares[i] ?? 0 }];
    })
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_DRIVERS)
    .map(({ id, value, weight }) => ({ id, says: sayFeature(id, value), weight }));
};

/** The calibrated chance that this customer leaves within 60 days, with what speaks for and against it. */
export const scoreCancelRisk = (
  { weights, version }: { weights: RiskWeights; version: string },
  values: RiskValues,
): Extract<CancelRisk, { is: 'scored' }> => {
  const score = chanceOfRow(weights.model, rowOf(weights.features, values));
  return { is: 'scored', score, band: riskBandOf(score), drivers: driversOf(weights, values), version };
};

import { RISK_FEATURES } from '@/lib/domain/cancel-risk';
import { BOOSTING } from '@/lib/ml/boosted-trees';
import { trainChance } from '@/lib/ml/chance-model';
import { areaUnderRoc, averagePrecision, brierScore } from '@/lib/ml/metrics';
import { rowOf } from './features';
import type { RiskMetrics, RiskWeights } from './weights';

/** What was known of a customer on a day, and whether they left within 60 days of it. */
export interface RiskOutcome {
  features: Readonly<Record<string, number | null>>;
  left: boolean;
}

/** Below these there is nothing to learn that would hold for others. */
export const LEAST_OUTCOMES = 200;
export const LEAST_LEFT = 30;

export type Lesson =
  | { is: 'learnt'; weights: RiskWeights; metrics: RiskMetrics; rows: number }
  | { is: 'too-few'; because: string };

/** Learns cancel risk from outcomes, or says what is missing. The same outcomes in the same order give the same weights. */
export const learnCancelRisk = (outcomes: readonly RiskOutcome[]): Lesson => {
  const labels = outcomes.map(({ left }) => left);
  const gone = labels.filter(Boolean).length;
  if (outcomes.length < LEAST_OUTCOMES || gone < LEAST_LEFT || outcomes.length - gone < LEAST_LEFT)
    return {
      is: 'too-few',
      because: `${outcomes.length} outcomes are known and ${gone} of these customers left; it takes ${LEAST_OUTCOMES}, with ${LEAST_LEFT} who left and ${LEAST_LEFT} who stayed.`,
    };
  const features = [...RISK_FEATURES];
  const rows = outcomes.map((outcome) => rowOf(features, outcome.features));
  const { model, heldOut } = trainChance({ rows, labels }, BOOSTING);
  const share = gone / labels.length;
  return {
    is: 'learnt',
    rows: rows.length,
    weights: { features, model },
    metrics: {
      auc: areaUnderRoc(labels, heldOut),
      averagePrecision: averagePrecision(labels, heldOut),
      brier: brierScore(labels, heldOut),
      brierOfShare: share * (1 - share),
      left: gone,
    },
  };
};

import { countOutcomes } from '@/lib/db/cancel-outcomes';
import type { Db } from '@/lib/db/handle';
import { liveVersion, weightsOf } from '@/lib/db/model-versions';
import { loadRiskInput, type RiskInput } from '@/lib/db/risk-inputs';
import type { CancelRisk, RiskValues } from '@/lib/domain/cancel-risk';
import { riskValues } from '@/lib/learning/cancel-risk/features';
import { readTalk } from '@/lib/learning/cancel-risk/read-talk';
import { scoreCancelRisk } from '@/lib/learning/cancel-risk/score';
import { LEAST_OUTCOMES } from '@/lib/learning/cancel-risk/train';
import { type RiskWeights, riskWeightsSchema } from '@/lib/learning/cancel-risk/weights';
import type { PolicySet } from '@/lib/policies/policy-set';
import type { Services } from './services';

/** The version that scores, or why there is none. */
export type RiskInForce =
  | { is: 'live'; id: string; version: string; weights: RiskWeights }
  | { is: 'none'; because: string };

export const versionName = (version: number): string => `cancel-risk ${version}`;

/** Weights never change under an id, and reading them is most of the work of one score. */
let parsed: { id: string; weights: RiskWeights } | null = null;

const weightsInForce = async (db: Db, id: string): Promise<RiskWeights> => {
  if (parsed?.id !== id) parsed = { id, weights: riskWeightsSchema.parse(await weightsOf(db, id)) };
  return parsed.weights;
};

export const riskInForce = async (db: Db): Promise<RiskInForce> => {
  const live = await liveVersion(db, 'cancel-risk');
  if (live)
    return {
      is: 'live',
      id: live.id,
      version: versionName(live.version),
      weights: await weightsInForce(db, live.id),
    };
  const known = await countOutcomes(db);
  return {
    is: 'none',
    because:
      known < LEAST_OUTCOMES
        ? `Too few outcomes to learn from: ${known} of ${LEAST_OUTCOMES}.`
        : 'No version of cancel risk is in force yet.',
  };
};

/** What cancel risk is read from, as figures. */
export const valuesOf = (
  { account, talk, outages }: RiskInput,
  policies: Pick<PolicySet, 'flags' | 'competitors'>,
  now: Date,
): RiskValues => riskValues({ account, talk: talk && readTalk(talk, policies), outages, now });

/** The chance that a customer leaves, as of now; abstains while no version is in force. Null when there is no such customer. */
export const riskOfCustomer = async (
  { db, clock, policies }: Pick<Services, 'clock' | 'policies'> & { db: Db },
  customerId: string,
): Promise<CancelRisk | null> => {
  const now = clock.now();
  const [input, model] = await Promise.all([loadRiskInput(db, customerId, now), riskInForce(db)]);
  if (!input) return null;
  if (model.is === 'none') return { is: 'abstained', because: model.because };
  return scoreCancelRisk(model, valuesOf(input, policies.current(), now));
};

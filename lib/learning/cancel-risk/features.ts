import { RISK_FEATURES, type RiskFeature, type RiskValues } from '@/lib/domain/cancel-risk';
import { ACCOUNT_FEATURES } from './account-features';
import { CONTACT_FEATURES } from './contact-features';
import type { RiskFacts } from './facts';
import type { Feature } from './feature';

const TABLE: ReadonlyMap<RiskFeature, Feature> = new Map(
  [...ACCOUNT_FEATURES, ...CONTACT_FEATURES].map((feature) => [feature.id, feature]),
);

/** The figure in words a rep may say. */
export const sayFeature = (id: RiskFeature, value: number): string => TABLE.get(id)?.says(value) ?? '';

/** Every figure of a customer at one moment. Pure. */
export const riskValues = (facts: RiskFacts): RiskValues =>
  Object.fromEntries(RISK_FEATURES.map((id) => [id, TABLE.get(id)?.read(facts) ?? null])) as RiskValues;

/** Values as a row of features in the order of `ids`; what is not known is NaN. */
export const rowOf = (
  ids: readonly string[],
  values: Readonly<Record<string, number | null>>,
): Float64Array => Float64Array.from(ids, (id) => values[id] ?? Number.NaN);

import type { Account } from '../../domain/customer';
import type { PricingPolicy } from '../../policies/compile-pricing';

type Service = Account['services'][number];
type Plan = PricingPolicy['plans'][number];

/** Share of a plan that may be used in the busiest minute before it is too small. */
const FULL = 0.9;

/** Whether a plan covers what a service used in the last 30 days; undefined where nothing was measured. */
const covers = ({ mbps, data_gb: gb }: Plan, { kind, peakMbps, usageGb }: Service): boolean | undefined => {
  if (kind === 'fiber') return peakMbps === null || mbps === undefined ? undefined : peakMbps <= FULL * mbps;
  if (kind === 'mobile') return usageGb === null ? undefined : gb === undefined || usageGb < gb;
  return undefined;
};

/**
 * The smallest plan that covers the busiest minute at home, or a month of mobile data (the advice of the article on changing plans).
 * Null where that is not known, and where it is the plan they have.
 */
export const rightPlan = (service: Service, plans: PricingPolicy['plans']): Plan | null => {
  const [smallest] = plans
    .filter((plan) => plan.kind === service.kind && covers(plan, service) === true)
    .sort((a, b) => a.price - b.price);
  return smallest === undefined || smallest.name === service.plan ? null : smallest;
};

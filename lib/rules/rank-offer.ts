import type { CompiledOffer } from '../policies/compile-offers';
import type { Arbitration } from '../policies/contact-policy';
import type { OfferFacts } from '../policies/facts';

const dollars = (minor: number): number => minor / 100;

/** How well an offer fits, 0 to 1: with n clauses of suitability that hold, n / (n + 1); what more speaks for fits better. */
const suitabilityOf = (holding: number): number => holding / (holding + 1);

/** Offers of the same kind that this customer heard of lately. */
const fatigueOf = (kind: string, days: number, facts: OfferFacts): number =>
  (facts.history?.offers ?? []).filter(
    (past) => past.kind === kind && past.age_days !== undefined && past.age_days < days,
  ).length;

/**
 * What offers are ordered by, in dollars; the higher the better:
 *
 *     customer × value  +  company × (retains × margin − cost)  +  suitability × fit  −  fatigue × alike
 *
 * value and cost are of the offer over its whole length. `margin` is what the company would lose with this customer: what they pay a month ×
 * months × share of margin × risk of leaving; without a risk it is nothing, as nobody knows. The weights are those of contact.yaml.
 */
export const rankOffer = (
  { kind, value, cost }: Pick<CompiledOffer, 'kind' | 'value' | 'cost'>,
  suitable: number,
  facts: OfferFacts,
  { weights, fatigue_days, retained, retains }: Arbitration,
): number => {
  const margin =
    (facts.customer?.monthly_total ?? 0) * retained.months * retained.margin * (facts.risk?.score ?? 0);
  const score =
    weights.customer * dollars(value.minor) +
    weights.company * (retains[kind] * margin - dollars(cost.minor)) +
    weights.suitability * suitabilityOf(suitable) -
    weights.fatigue * fatigueOf(kind, fatigue_days, facts);
  return Math.round(score * 100) / 100;
};

import { CLAUSE_LISTS } from '@/lib/domain/offer';
import { compileCondition } from '@/lib/policies/conditions';
import { OFFER_FACTS, type OfferFacts } from '@/lib/policies/facts';
import { factAt } from '@/lib/policies/facts-schema';
import type { PolicySet } from '@/lib/policies/policy-set';
import type { Budgets } from '../decide-offers';

const conditions = new Map<string, ReturnType<typeof compileCondition>>();
const compiled = (when: string) => {
  const known = conditions.get(when) ?? compileCondition(when, OFFER_FACTS);
  conditions.set(when, known);
  return known;
};

/** Clauses from their text, each held alone against plain facts. */
const failingOf = (asked: readonly { id: string; when: string }[], facts: OfferFacts): string[] =>
  asked.filter(({ when }) => compiled(when)(facts).is !== 'true').map(({ id }) => id);

const speaksOfOffer = ({ when }: { when: string }): boolean => /\b(offer|pools)\./.test(when);

/** The clauses of each offer that do not hold, those of contact.yaml too, found without any of what decides. */
export const heldAnew = (
  some: Pick<PolicySet, 'offers' | 'contact'>,
  facts: OfferFacts,
  { left, given }: Budgets,
) => {
  const ofAll = failingOf(
    some.contact.rules.filter((rule) => !speaksOfOffer(rule)),
    facts,
  );
  return some.offers.map((offer) => {
    const { id, kind, cost, budget } = offer;
    const own = {
      ...facts,
      offer: { id, kind, cost: cost.minor / 100, ...(budget?.cap ? { cap: budget.cap.minor / 100 } : {}) },
      pools: budget === null ? {} : { left: left[budget.pool], given: given[id] },
    };
    const asked = [
      ...CLAUSE_LISTS.flatMap((list) => offer.clauses[list]),
      ...some.contact.rules.filter(speaksOfOffer),
    ];
    const slots = [...`${offer.say}${JSON.stringify(offer.fulfil.params)}`.matchAll(/\{([\w.]+)\}/g)];
    const gap = slots.some(([, path]) => {
      const value = factAt(own, path ?? '');
      return value === undefined || Number.isNaN(value);
    });
    return { id, failing: [...ofAll, ...failingOf(asked, own), ...(gap ? ['needs'] : [])].sort() };
  });
};
/** What no policy file may make otherwise, said once more by hand. */
export const mayOffer = ({ conversation, customer, triage, incidents, rep }: OfferFacts): boolean =>
  (conversation?.issue_resolved === true || conversation?.wants_to_leave === true) &&
  conversation.complaint_open === false &&
  conversation.save_attempts === 0 &&
  (conversation.offers_presented ?? 9) < 2 &&
  incidents?.outages === 0 &&
  customer?.vulnerable === false &&
  customer.open_dispute === false &&
  customer.offers_allowed === true &&
  rep?.quiet === false &&
  (['safety', 'security', 'legal', 'regulator', 'vulnerability', 'injection'] as const).every(
    (flag) => triage?.flags?.[flag] === false,
  );

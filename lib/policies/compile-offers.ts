import { type Money, toMinor, usd } from '../core/money';
import { CLAUSE_LISTS } from '../domain/offer';
import { uniqueIds } from './compile-clauses';
import { checkSlots, needsClause, type OfferClause, offerClausesAt } from './compile-offer-clauses';
import type { PricingPolicy } from './compile-pricing';
import { type Arbitration, type ContactSource, contactPolicySchema } from './contact-policy';
import { type OfferSource, offerPolicySchema } from './offer-policy';
import type { Parsed, PolicySource } from './policy-source';
import { compileSay, type Say, slotsOf } from './say';

const FOLDER = 'offers';

/** What is written in contact.yaml, its rules compiled. */
export interface ContactPolicy {
  atMostShown: number;
  rules: OfferClause[];
  arbitration: Arbitration;
  /** With what they may spend in a month in cents, as well as in the dollars of the file. */
  pools: (ContactSource['pools'][number] & { budget: number })[];
  casesStartFrom: Record<string, unknown>;
}

/** One offer with its clauses compiled, in the order a rep reads them; those of contact.yaml are not among them. */
export interface CompiledOffer extends Pick<OfferSource, 'id' | 'kind' | 'title' | 'say' | 'fulfil'> {
  clauses: Record<(typeof CLAUSE_LISTS)[number], OfferClause[]>;
  /** That the facts are known which its words and its action speak of; empty where they speak of none. */
  needs: OfferClause[];
  /** What is said, with slots filled. */
  words: Say;
  /** Over its whole length. */
  value: Money;
  cost: Money;
  budget: { pool: string; cap: Money | null } | null;
}

/** contact.yaml with its rules compiled. */
export const loadContact = (source: PolicySource): ContactPolicy | undefined => {
  const parsed = source.parse('contact.yaml', contactPolicySchema);
  if (parsed === undefined) return undefined;
  const { rules, pools, at_most_shown, arbitration, cases_start_from } = parsed.value;
  for (const [list, named] of Object.entries({ rules, pools }))
    uniqueIds(
      source,
      parsed,
      named.map(({ id }, i) => ({ id, path: [list, i] })),
    );
  return {
    atMostShown: at_most_shown,
    rules: offerClausesAt(source, parsed, ['rules'], rules, (i) => rules[i]?.id ?? ''),
    arbitration,
    pools: pools.map((pool) => ({ ...pool, budget: toMinor(pool.monthly) })),
    casesStartFrom: cases_start_from,
  };
};

/** What a pool must have left, and what an offer may give in a month: the same two clauses for every offer that has a budget. */
const BUDGET = {
  pool: {
    when: 'pools.left >= offer.cost',
    holds: 'The pool has {pools.left} dollars left this month',
    else: 'The pool has {pools.left} dollars left this month, and this costs {offer.cost}',
  },
  cap: {
    when: 'pools.given + offer.cost <= offer.cap',
    holds: '{pools.given} of {offer.cap} dollars a month are given',
    else: 'Of {offer.cap} dollars a month for this offer {pools.given} are given, and this costs {offer.cost}',
  },
} as const;

/** Tools that give money away: an offer that is carried out by one says which pool pays. */
const GIVING = new Set<string>(['apply-credit', 'issue-coupon', 'waive-trip-fee', 'refund-charge']);

const checkBudget = (
  source: PolicySource,
  parsed: Parsed<OfferSource>,
  contact: ContactPolicy | undefined,
) => {
  const { budget, cost, fulfil } = parsed.value;
  if (budget === undefined && cost > 0 && GIVING.has(fulfil.tool))
    source.fault(parsed, ['cost'], `${fulfil.tool} gives money away: name the pool that pays, in budget`);
  if (budget !== undefined && contact !== undefined && !contact.pools.some(({ id }) => id === budget.pool))
    source.fault(parsed, ['budget', 'pool'], `"${budget.pool}" is not a pool of contact.yaml`);
};

const checkPlan = (
  source: PolicySource,
  parsed: Parsed<OfferSource>,
  plans: PricingPolicy['plans'] | undefined,
) => {
  const { tool, params } = parsed.value.fulfil;
  const plan = params.plan;
  if (tool !== 'change-plan' || typeof plan !== 'string' || slotsOf(plan).length > 0) return;
  if (plans !== undefined && !plans.some(({ name }) => name === plan))
    source.fault(parsed, ['fulfil', 'params', 'plan'], `"${plan}" is not a plan of pricing.yaml`);
};

const compile = (source: PolicySource, parsed: Parsed<OfferSource>): CompiledOffer => {
  const { id, kind, title, say, fulfil, value, cost, budget, ...lists } = parsed.value;
  const texts = Object.values(fulfil.params).filter((param) => typeof param === 'string');
  const slots = [...new Set([say, ...texts].flatMap(slotsOf))].sort();
  checkSlots(source, parsed, ['say'], say);
  for (const text of texts) checkSlots(source, parsed, ['fulfil', 'params'], text);
  const parts =
    budget === undefined ? [] : (['pool', ...(budget.monthly_cap === undefined ? [] : ['cap'])] as const);
  const clauses = Object.fromEntries(
    CLAUSE_LISTS.map((list) => [
      list,
      list === 'budget'
        ? offerClausesAt(
            source,
            parsed,
            ['budget'],
            parts.map((part) => BUDGET[part as 'pool' | 'cap']),
            (i) => `budget.${parts[i]}`,
          )
        : offerClausesAt(source, parsed, [list], lists[list], (i) => `${list}.${i + 1}`),
    ]),
  ) as CompiledOffer['clauses'];
  return {
    id,
    kind,
    title,
    say,
    fulfil,
    clauses,
    needs: slots.length > 0 ? [needsClause(slots)] : [],
    words: compileSay(say),
    value: usd(toMinor(value.amount) * (value.per === 'month' ? value.months : 1)),
    cost: usd(toMinor(cost)),
    budget:
      budget === undefined
        ? null
        : {
            pool: budget.pool,
            cap: budget.monthly_cap === undefined ? null : usd(toMinor(budget.monthly_cap)),
          },
  };
};

/** Every offer of offers/, by id. */
export const loadOffers = (
  source: PolicySource,
  contact: ContactPolicy | undefined,
  plans: PricingPolicy['plans'] | undefined,
): CompiledOffer[] => {
  const offers = source.under(FOLDER, '.yaml').flatMap((file) => {
    const parsed = source.parse(file, offerPolicySchema);
    if (parsed === undefined) return [];
    const named = file.slice(FOLDER.length + 1, -'.yaml'.length);
    if (parsed.value.id !== named)
      source.fault(
        parsed,
        ['id'],
        `the id "${parsed.value.id}" and the file name disagree: it would be "${named}"`,
      );
    checkBudget(source, parsed, contact);
    checkPlan(source, parsed, plans);
    return [compile(source, parsed)];
  });
  return offers.sort((a, b) => (a.id < b.id ? -1 : 1));
};

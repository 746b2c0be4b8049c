import type { ClauseResult } from '../domain/clause';
import { CLAUSE_LISTS, type DecidedOffer } from '../domain/offer';
import type { OfferClause } from '../policies/compile-offer-clauses';
import type { CompiledOffer } from '../policies/compile-offers';
import { readyFacts, type Verdict } from '../policies/conditions';
import { OFFER_FACTS, type OfferFacts } from '../policies/facts';
import { valueAt } from '../policies/facts-schema';
import type { PolicySet } from '../policies/policy-set';
import { rankOffer } from './rank-offer';

/** Offers held against one customer at one moment: all of them, those to show, and the others. Each list has the best first. */
export interface OfferDecision {
  decided: DecidedOffer[];
  shown: DecidedOffer[];
  withheld: DecidedOffer[];
}

/** Dollars left in each pool this month, and given by each offer this month; what is not there is not known. */
export interface Budgets {
  left: Readonly<Record<string, number>>;
  given: Readonly<Record<string, number>>;
}

type OfferPolicies = Pick<PolicySet, 'offers' | 'contact'>;
type Facts = Record<string, unknown>;

/** Groups of facts that go without saying. */
const UNSAID = /^(customer|on|conversation|triage|rep)\./;

/** `customer.tenure_months` is "tenure months", `risk.score` is "risk score". */
const inWords = (path: string): string => path.replace(UNSAID, '').replaceAll(/[._]/g, ' ');

/** An unknown clause must not read like a no: it says what is missing. */
const unknownSay = (seen: Verdict['seen']): string => {
  const missing = Object.keys(seen).filter((path) => seen[path] === null);
  return missing.length > 0
    ? `Cannot tell: ${missing.map(inWords).join(', ')} not known`
    : 'Cannot tell: something it looks at is not known';
};

const resultOf = ({ id, when, says }: OfferClause, { is, seen }: Verdict, facts: Facts): ClauseResult => ({
  id,
  when,
  is,
  seen,
  say: is === 'unknown' ? unknownSay(seen) : says[is === 'true' ? 'holds' : 'fails'](facts),
});

/** The clauses of offers, held against the facts of one moment: a question that stands in several is answered once, unless it is of the offer. */
const asker = () => {
  const verdicts = new Map<string, Verdict>();
  return (clause: OfferClause, facts: Facts): ClauseResult => {
    if (clause.ofOffer.length > 0) return resultOf(clause, clause.condition(facts), facts);
    let verdict = verdicts.get(clause.when);
    if (verdict === undefined) {
      verdict = clause.condition(facts);
      verdicts.set(clause.when, verdict);
    }
    return resultOf(clause, verdict, facts);
  };
};

/** A rule for all offers: asked once for all that are the same in the one thing it reads of them, once for all when it reads none. */
const askerOfRule = (rule: OfferClause) => {
  const results = new Map<unknown, ClauseResult>();
  const [one, another] = rule.ofOffer;
  const ask = (facts: Facts): ClauseResult => resultOf(rule, rule.condition(facts), facts);
  if (another !== undefined) return ask;
  return (facts: Facts): ClauseResult => {
    const key = one === undefined ? undefined : valueAt(facts, one);
    let result = results.get(key);
    if (result === undefined) {
      result = ask(facts);
      results.set(key, result);
    }
    return result;
  };
};

const outcomeOf = (clauses: readonly ClauseResult[]): DecidedOffer['outcome'] => {
  if (clauses.some(({ is }) => is === 'false')) return 'not-eligible';
  return clauses.every(({ is }) => is === 'true') && clauses.length > 0 ? 'eligible' : 'unknown';
};

/** The groups of facts that are another for every offer. */
const factsOfOffer = ({ id, kind, cost, budget }: CompiledOffer, budgets: Budgets) => ({
  offer: {
    id,
    kind,
    cost: cost.minor / 100,
    ...(budget?.cap ? { cap: budget.cap.minor / 100 } : {}),
  },
  pools: budget === null ? {} : { left: budgets.left[budget.pool], given: budgets.given[id] },
});

const byScore = (a: DecidedOffer, b: DecidedOffer): number =>
  Number(b.outcome === 'eligible') - Number(a.outcome === 'eligible') ||
  b.score - a.score ||
  (a.id < b.id ? -1 : 1);

/** The best of the eligible ones, of each kind at most one: two of a kind are one offer said twice. */
const chosen = (decided: readonly DecidedOffer[], atMost: number): DecidedOffer[] => {
  const shown: DecidedOffer[] = [];
  for (const offer of decided) {
    if (shown.length >= atMost) break;
    if (offer.outcome === 'eligible' && !shown.some(({ kind }) => kind === offer.kind)) shown.push(offer);
  }
  return shown;
};

/**
 * Which offers fit this customer now, clause by clause. Pure, and the same whatever order the policies are in.
 *
 * Every clause of an offer and every rule of contact.yaml is looked at, also when one has failed, so that the explanation names them all.
 * An offer is eligible when all of them are true; a fact that is missing, or a clause that gives no answer, is no yes.
 */
export const decideOffers = (
  { offers, contact }: OfferPolicies,
  facts: OfferFacts,
  budgets: Budgets,
): OfferDecision => {
  const shared = readyFacts(OFFER_FACTS, facts);
  const ask = asker();
  const rules = contact.rules.map(askerOfRule);
  const decided = offers.map((offer): DecidedOffer => {
    const own = readyFacts(OFFER_FACTS, shared, factsOfOffer(offer, budgets));
    const clauses: ClauseResult[] = [];
    for (const list of CLAUSE_LISTS) {
      for (const clause of offer.clauses[list]) clauses.push(ask(clause, own));
      if (list === 'contact') for (const rule of rules) clauses.push(rule(own));
    }
    for (const clause of offer.needs) clauses.push(ask(clause, own));
    const suitable = clauses.filter(({ id, is }) => is === 'true' && id.startsWith('suitability.')).length;
    const { id, kind, title, value, cost } = offer;
    return {
      id,
      kind,
      title,
      outcome: outcomeOf(clauses),
      clauses,
      say: offer.words(own),
      value,
      cost,
      score: rankOffer(offer, suitable, facts, contact.arbitration),
    };
  });
  decided.sort(byScore);
  const shown = chosen(decided, contact.atMostShown);
  return { decided, shown, withheld: decided.filter((offer) => !shown.includes(offer)) };
};

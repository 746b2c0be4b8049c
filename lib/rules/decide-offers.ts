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

/** What tells the answers to one wording apart: the facts of the offer it reads. Most read none. */
const ofOffer = ({ ofOffer }: OfferClause, facts: Facts): string => {
  const [one, another] = ofOffer;
  if (one === undefined) return '';
  if (another === undefined) return String(valueAt(facts, one));
  return ofOffer.map((names) => String(valueAt(facts, names))).join('\n');
};

/**
 * Clauses held against the facts of one moment. What several ask in the same words, of offers that are alike in what it reads of them, is
 * answered once.
 */
const asker = () => {
  const answers = new Map<string, Map<string, ClauseResult>>();
  return (clause: OfferClause, facts: Facts): ClauseResult => {
    let known = answers.get(clause.wording);
    if (known === undefined) {
      known = new Map();
      answers.set(clause.wording, known);
    }
    const key = ofOffer(clause, facts);
    let result = known.get(key);
    if (result === undefined) {
      result = resultOf(clause, clause.condition(facts), facts);
      known.set(key, result);
    }
    const { id, when, is, seen, say } = result;
    return id === clause.id ? result : { id: clause.id, when, is, seen, say };
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
  const decided = offers.map((offer): DecidedOffer => {
    const own = readyFacts(OFFER_FACTS, shared, factsOfOffer(offer, budgets));
    const clauses: ClauseResult[] = [];
    for (const list of CLAUSE_LISTS) {
      for (const clause of offer.clauses[list]) clauses.push(ask(clause, own));
      if (list === 'contact') for (const rule of contact.rules) clauses.push(ask(rule, own));
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

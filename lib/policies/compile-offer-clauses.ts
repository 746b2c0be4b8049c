import { clausesAt } from './compile-clauses';
import type { Condition } from './conditions';
import { OFFER_FACTS } from './facts';
import { factPaths, valueAt } from './facts-schema';
import type { OfferClauseSource } from './offer-policy';
import type { Parsed, PolicySource } from './policy-source';
import { compileSay, type Say, slotsOf } from './say';
import type { YamlPath } from './yaml-source';

/** One clause of an offer or of contact.yaml, compiled. */
export interface OfferClause {
  /** `eligibility.2`, or the id of a rule of contact.yaml. */
  id: string;
  when: string;
  /** What a rep reads when it does not hold. */
  say: string;
  /** What it asks and both sentences: clauses of one wording get one answer. */
  wording: string;
  /** The same with slots filled, and what they read when it holds. */
  says: { holds: Say; fails: Say };
  condition: Condition;
  /** The facts it or its sentences read that are another for every offer, by their names; where there are none, one answer does for all. */
  ofOffer: string[][];
}

/** Groups of facts that are another for every offer. */
const OF_OFFER = /^(offer|pools)\./;

const ownOf = (paths: readonly string[]): string[][] =>
  [...new Set(paths)].filter((path) => OF_OFFER.test(path)).map((path) => path.split('.'));

const FACTS = new Set(factPaths(OFFER_FACTS));

/** A problem for every slot of a text that is not a fact. */
export const checkSlots = (
  source: PolicySource,
  parsed: Parsed<unknown>,
  path: YamlPath,
  text: string,
): void => {
  for (const slot of slotsOf(text))
    if (!FACTS.has(slot)) source.fault(parsed, path, `{${slot}} is not a fact`);
};

/** Clauses at a path of a file; what is wrong with one, or with a slot of its sentences, is a problem there. */
export const offerClausesAt = (
  source: PolicySource,
  parsed: Parsed<unknown>,
  path: YamlPath,
  clauses: readonly OfferClauseSource[],
  idOf: (index: number) => string,
): OfferClause[] => {
  const named = clauses.map(({ when, holds = when, else: say }, i) => ({
    id: idOf(i),
    when,
    say,
    wording: [when, holds, say].join('\n'),
    says: { holds: compileSay(holds), fails: compileSay(say) },
  }));
  for (const [i, { holds = '' }] of clauses.entries())
    checkSlots(source, parsed, [...path, i, 'holds'], holds);
  return clausesAt(source, parsed, path, named, OFFER_FACTS).map((clause, i) => {
    const { holds = '', else: fails } = clauses[i] ?? { else: '' };
    return { ...clause, ofOffer: ownOf([...clause.condition.reads, ...slotsOf(`${holds} ${fails}`)]) };
  });
};

/** The clause that facts are known at all: what is said and done speaks of them, and an offer with a gap in its words is not made. */
export const needsClause = (paths: readonly string[]): OfferClause => {
  const steps = paths.map((path) => [path, path.split('.')] as const);
  const condition: Condition = Object.assign(
    (facts: Record<string, unknown>) => {
      const seen = Object.fromEntries(steps.map(([path, names]) => [path, valueAt(facts, names) ?? null]));
      return { is: Object.values(seen).includes(null) ? ('unknown' as const) : ('true' as const), seen };
    },
    { reads: paths },
  );
  const when = paths.map((path) => `has(${path})`).join(' && ');
  return {
    id: 'needs',
    when,
    wording: when,
    say: '',
    says: { holds: compileSay('Everything it speaks of is known'), fails: compileSay('') },
    condition,
    ofOffer: ownOf(paths),
  };
};

import type { OfferFacts } from '../policies/facts';
import { type OfferCase, offerPolicySchema } from '../policies/offer-policy';
import type { PolicySet } from '../policies/policy-set';
import { type CaseKind, type FailedCase, idList } from './case-kind';
import { decideOffers } from './decide-offers';

type Facts = Record<string, unknown>;

const isGroup = (value: unknown): value is Facts =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Groups of facts are merged, everything else replaced, lists too. */
const merged = (under: Facts, over: Facts): Facts => {
  const out: Facts = { ...under };
  for (const [name, value] of Object.entries(over)) {
    const before = out[name];
    out[name] = isGroup(before) && isGroup(value) ? merged(before, value) : value;
  }
  return out;
};

const without = (facts: Facts, [name, ...rest]: readonly string[]): Facts => {
  if (name === undefined) return facts;
  const { [name]: value, ...others } = facts;
  return rest.length > 0 && isGroup(value) ? { ...others, [name]: without(value, rest) } : others;
};

/** The facts of a case: those of contact.yaml, then of its file, then its own, less those that are not known. */
export const factsOfCase = (
  { contact }: Pick<PolicySet, 'contact'>,
  given: Facts | undefined,
  one: Pick<OfferCase, 'facts' | 'without'>,
): OfferFacts =>
  (one.without ?? []).reduce<Facts>(
    (facts, path) => without(facts, path.split('.')),
    merged(merged(contact.casesStartFrom, given ?? {}), one.facts ?? {}),
  );

const described = (outcome: string, fails: readonly string[]): string => `${outcome} ${idList(fails)}`;

/** The cases within a file of offers/: what the offer must be decided as, and exactly the clauses that do not hold. */
export const offerCases: CaseKind = (source, file, policies) => {
  const parsed = source.parse(file, offerPolicySchema);
  const offer = policies.offers.find(({ id }) => id === parsed?.value.id);
  if (parsed === undefined || offer === undefined) return { cases: 0, failures: [] };
  const { given, cases } = parsed.value;
  const failures = cases.flatMap((one, i): FailedCase[] => {
    const facts = factsOfCase(policies, given, one);
    const { left, given: spent } = facts.pools ?? {};
    const { decided } = decideOffers({ offers: [offer], contact: policies.contact }, facts, {
      left: offer.budget === null || left === undefined ? {} : { [offer.budget.pool]: left },
      given: spent === undefined ? {} : { [offer.id]: spent },
    });
    const [got] = decided;
    const fails = got?.clauses.filter(({ is }) => is !== 'true').map(({ id }) => id) ?? [];
    const expected = described(one.expect, one.fails ?? []);
    const decidedAs = described(got?.outcome ?? 'nothing', fails);
    return expected === decidedAs
      ? []
      : [{ file, line: parsed.lineOf(['cases', i]), name: one.name, expected, got: decidedAs }];
  });
  return { cases: cases.length, failures };
};

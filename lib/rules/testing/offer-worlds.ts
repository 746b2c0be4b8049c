import fc from 'fast-check';
import type { OfferFacts } from '@/lib/policies/facts';
import { OFFER_FACTS } from '@/lib/policies/facts';
import type { FactsSchema, FactType } from '@/lib/policies/facts-schema';
import type { PolicySet } from '@/lib/policies/policy-set';
import type { Budgets } from '../decide-offers';

/** Facts of generated moments: most are near one in which something may be offered, so that the interesting half is not one in a million. */

const WORDS = ['fiber', 'tv', 'active', 'bundle', 'declined', 'accepted', 'retention', 'gold', 'none'];

const leafOf = (type: FactType): fc.Arbitrary<unknown> => {
  if (type === 'bool') return fc.boolean();
  if (type === 'double')
    return fc.oneof(
      fc.integer({ min: 0, max: 200 }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.constant(Number.NaN),
    );
  if (type === 'string') return fc.constantFrom(...WORDS);
  if (Array.isArray(type)) return fc.array(groupOf(type[0]), { maxLength: 4 });
  if (typeof type === 'object') return groupOf(type as FactsSchema);
  return fc.constant([]);
};

const groupOf = (schema: FactsSchema): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(schema).map(([name, type]) => [
        name,
        fc.oneof({ weight: 9, arbitrary: leafOf(type) }, { weight: 1, arbitrary: fc.constant(undefined) }),
      ]),
    ),
  );

type Change = { path: readonly string[]; value: unknown };

const leavesOf = (schema: FactsSchema, under: readonly string[] = []): { path: string[]; type: FactType }[] =>
  Object.entries(schema).flatMap(([name, type]) =>
    typeof type === 'string' || Array.isArray(type)
      ? [{ path: [...under, name], type }]
      : leavesOf(type as FactsSchema, [...under, name]),
  );

const changed = (facts: unknown, { path: [name, ...rest], value }: Change): Record<string, unknown> => {
  const group = (facts ?? {}) as Record<string, unknown>;
  if (name === undefined) return group;
  return { ...group, [name]: rest.length > 0 ? changed(group[name], { path: rest, value }) : value };
};

const change: fc.Arbitrary<Change> = fc
  .constantFrom(...leavesOf(OFFER_FACTS))
  .chain(({ path, type }) =>
    fc.oneof(leafOf(type), fc.constant(undefined)).map((value) => ({ path, value })),
  );

/** Facts of a moment: some of `starts` with up to six facts changed or missing, or anything at all. */
export const moments = (starts: readonly OfferFacts[]): fc.Arbitrary<OfferFacts> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...starts), fc.array(change, { maxLength: 6 }))
        .map(([start, changes]) => changes.reduce<OfferFacts>((facts, one) => changed(facts, one), start)),
    },
    { weight: 1, arbitrary: groupOf(OFFER_FACTS) as fc.Arbitrary<OfferFacts> },
  );

/** What is left of pools and given by offers; of some it is not known. */
export const budgetsFor = ({
  offers,
  contact,
}: Pick<PolicySet, 'offers' | 'contact'>): fc.Arbitrary<Budgets> => {
  const amounts = (ids: readonly string[], max: number) =>
    fc.record(
      Object.fromEntries(ids.map((id) => [id, fc.integer({ min: 0, max }).map((cents) => cents / 100)])),
      { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, number>>;
  return fc.record({
    left: fc.oneof(
      { weight: 3, arbitrary: fc.constant(Object.fromEntries(contact.pools.map(({ id }) => [id, 5000]))) },
      {
        weight: 1,
        arbitrary: amounts(
          contact.pools.map(({ id }) => id),
          50_000,
        ),
      },
    ),
    given: fc.oneof(
      { weight: 3, arbitrary: fc.constant(Object.fromEntries(offers.map(({ id }) => [id, 0]))) },
      {
        weight: 1,
        arbitrary: amounts(
          offers.map(({ id }) => id),
          300_000,
        ),
      },
    ),
  });
};

const NUMBERS = [
  'customer.tenure_months',
  'customer.price_rise',
  'risk.score',
  'on.fiber_peak_mbps',
  'offer.cost',
  'pools.left',
];
const YES_OR_NO = ['customer.autopay', 'customer.has_price_lock', 'conversation.wants_to_leave', 'rep.quiet'];

const simple = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...NUMBERS),
      fc.constantFrom('<', '<=', '>', '>='),
      fc.integer({ min: 0, max: 120 }),
    )
    .map(([fact, compare, than]) => `${fact} ${compare} ${than}`),
  fc.constantFrom(...YES_OR_NO),
  fc.constantFrom(
    "customer.services.exists(s, s.kind == 'fiber' && s.price >= 45)",
    "!history.offers.exists(o, o.kind == offer.kind && o.response == 'declined')",
    'has(on.tv)',
    'true',
    'false',
  ),
);

/** A clause of the condition language, up to two deep. */
export const clauses: fc.Arbitrary<string> = fc.oneof(
  simple,
  simple.map((one) => `!(${one})`),
  fc.tuple(simple, fc.constantFrom('&&', '||'), simple).map(([a, and, b]) => `(${a}) ${and} (${b})`),
);

import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { quoteSchema } from '../domain/quote';
import { loadPricing, type PricingPolicy } from '../policies/compile-pricing';
import { VISIT_FACTS, type VisitFacts } from '../policies/facts';
import { PolicySource } from '../policies/policy-source';
import { readFolder } from '../policies/read-folder';
import { priceVisit } from './price-visit';
import { pricingCases } from './price-visit-cases';

let files: Map<string, string>;
let pricing: PricingPolicy;
beforeAll(async () => {
  files = (await readFolder(join(import.meta.dirname, '../../policies'))).files;
  pricing = compiled(files.get('pricing.yaml') ?? '');
});

const compiled = (text: string): PricingPolicy => {
  const source = new PolicySource(new Map([['pricing.yaml', text]]));
  const policy = loadPricing(source);
  if (policy === undefined || source.problems.length > 0) throw new Error(JSON.stringify(source.problems));
  return policy;
};

const oneOf = (...values: string[]) => fc.constantFrom(...values, 'something-else');
const visit = fc.record(
  {
    kind: oneOf('installation', 'wiring', 'wifi', 'appliance'),
    model: oneOf('washer', 'stacked-laundry', 'built-in-refrigerator', 'wall-oven', 'wall-jack', 'gateway'),
    symptom: oneOf('leaks', 'not-cooling', 'loud', 'new-jack', 'drops'),
    zone: oneOf('a', 'b', 'c'),
    weekday: oneOf('monday', 'saturday'),
    last_window: fc.boolean(),
    days_ahead: fc.nat(21),
    fault_is_ours: fc.boolean(),
    days_since_repair: fc.nat(200),
  },
  { requiredKeys: [] },
);
const facts: fc.Arbitrary<VisitFacts> = fc.record({
  visit,
  customer: fc.record({ home_care: fc.boolean() }, { requiredKeys: [] }),
});

/** The same facts with one of them missing. */
const without = (given: VisitFacts): VisitFacts[] =>
  (['visit', 'customer'] as const).flatMap((group) =>
    Object.keys(given[group] ?? {}).map((name) => {
      const { [name as never]: _left, ...rest } = { ...given[group] };
      return { ...given, [group]: rest };
    }),
  );

describe('what a visit costs', () => {
  it('is what the cases say, of which there are 30 or more', () => {
    const source = new PolicySource(files);
    const outcome = pricingCases(source, 'pricing.cases.yaml', { pricing } as never);
    expect(source.problems).toEqual([]);
    expect(outcome.failures).toEqual([]);
    expect(outcome.cases).toBeGreaterThanOrEqual(30);
  });

  it('is the sum of its lines, never below nothing, the trip fee a part of it', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const quote = priceVisit(pricing, given);
        expect(quoteSchema.parse(quote)).toEqual(quote);
        expect(quote.lines.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(quote.total.minor);
        expect(quote.tripFee.minor).toBeGreaterThanOrEqual(0);
        expect(quote.total.minor).toBeGreaterThanOrEqual(quote.tripFee.minor);
      }),
      { numRuns: 500 },
    );
  });

  it('is never less for a fact that is missing', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const full = priceVisit(pricing, given).total.minor;
        for (const lacking of without(given))
          expect(priceVisit(pricing, lacking).total.minor, JSON.stringify(lacking)).toBeGreaterThanOrEqual(
            full,
          );
      }),
      { numRuns: 1000 },
    );
  });

  it('is never less for a fact that is misshapen than for one that is missing', () => {
    const strange = fc.constantFrom(null, Number.NaN, 'yes', 0, {}, []);
    const groups = { visit: VISIT_FACTS.visit, customer: VISIT_FACTS.customer };
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('last_window', 'fault_is_ours', 'days_since_repair'),
        strange,
        (given, name, value) => {
          if (name === 'days_since_repair' && value === 0) return;
          const { [name]: _left, ...rest } = { ...given.visit };
          const bent = { ...given, visit: { ...rest, [name]: value } } as VisitFacts;
          expect(Object.keys(groups.visit)).toContain(name);
          expect(priceVisit(pricing, bent).total).toEqual(
            priceVisit(pricing, { ...given, visit: rest }).total,
          );
        },
      ),
    );
  });

  it('tells every surcharge and waiver that was looked at, with what it saw', () => {
    const quote = priceVisit(pricing, {
      visit: { kind: 'wifi', zone: 'a', weekday: 'saturday', days_ahead: 3 },
      customer: { home_care: false },
    });
    expect(quote.clauses.map(({ id, is }) => [id, is])).toEqual([
      ['surcharge.saturday', 'true'],
      ['surcharge.last-window', 'unknown'],
      ['surcharge.same-day', 'false'],
      ['waiver.ours', 'unknown'],
      ['waiver.guarantee', 'unknown'],
      ['waiver.home-care', 'false'],
    ]);
    expect(quote.clauses[0]?.seen).toEqual({ 'visit.weekday': 'saturday' });
    expect(quote.lines.map(({ label, amount }) => [label, amount.minor])).toEqual([
      ['Trip fee, zone A', 5900],
      ['Saturday', 1500],
      ['Last window of the day', 1000],
    ]);
  });
});

import fc from 'fast-check';
import { offerKindSchema } from '@/lib/domain/offer';
import { type ContactPolicy, loadOffers } from '@/lib/policies/compile-offers';
import type { PolicySet } from '@/lib/policies/policy-set';
import { PolicySource } from '@/lib/policies/policy-source';
import { PolicyError } from '@/lib/policies/problem';
import { clauses } from './offer-worlds';

/** Offers nobody wrote, of generated clauses, compiled as a file of them would be. */
export const offersNobodyWrote = (
  contact: ContactPolicy,
): fc.Arbitrary<Pick<PolicySet, 'offers' | 'contact'>> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(...offerKindSchema.options),
        lists: fc.tuple(...[1, 1, 1, 0].map((minLength) => fc.array(clauses, { minLength, maxLength: 3 }))),
        cost: fc.integer({ min: 0, max: 9000 }),
        amount: fc.integer({ min: 0, max: 9000 }),
        say: fc.constantFrom(
          'Would you like it?',
          'You pay {customer.monthly_total}.',
          'Your {on.tv_plan} ends.',
        ),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((sources): Pick<PolicySet, 'offers' | 'contact'> => {
      const text = new Map(
        sources.map(({ kind, lists, cost, amount, say }, i) => {
          const [eligibility, applicability, suitability, own] = lists.map((list) =>
            list.map((when) => ({ when, else: 'No' })),
          );
          const value = { amount: amount / 100, currency: 'USD', per: 'once' };
          const cases = Array.from({ length: 4 }, (_, n) => ({ name: `${n}`, expect: 'unknown' }));
          const rest = { eligibility, applicability, suitability, contact: own, say, cases };
          const fulfil = { tool: 'apply-credit', params: { amount: 1 } };
          const id = `made-${i}`;
          const budget = { pool: 'retention', monthly_cap: 100 };
          const offer = { id, kind, title: id, value, cost: cost / 100, budget, fulfil, ...rest };
          return [`offers/${id}.yaml`, JSON.stringify(offer)] as const;
        }),
      );
      const source = new PolicySource(text);
      const compiled = loadOffers(source, contact, undefined);
      if (source.problems.length > 0) throw new PolicyError(source.problems);
      return { offers: compiled, contact };
    });

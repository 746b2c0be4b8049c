import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffle } from '@/lib/core/random';
import { compileCondition } from '@/lib/policies/conditions';
import { OFFER_FACTS, type OfferFacts } from '@/lib/policies/facts';
import { loadPolicies } from '@/lib/policies/load';
import { offerPolicySchema } from '@/lib/policies/offer-policy';
import { PolicySource } from '@/lib/policies/policy-source';
import { readFolder } from '@/lib/policies/read-folder';
import { type Budgets, decideOffers } from './decide-offers';
import { factsOfCase } from './offer-cases';
import { heldAnew, mayOffer } from './testing/offer-oracle';
import { budgetsFor, moments } from './testing/offer-worlds';
import { offersNobodyWrote } from './testing/offers-nobody-wrote';

const policies = await loadPolicies('policies');
const { files } = await readFolder('policies');
const { contact, offers } = policies;

/** The moments of the cases in which an offer may be made, each with the offer. */
const starts = offers.flatMap(({ id }) => {
  const parsed = new PolicySource(files).parse(`offers/${id}.yaml`, offerPolicySchema)?.value;
  return (parsed?.cases ?? [])
    .filter(({ expect: outcome }) => outcome === 'eligible')
    .map((one) => factsOfCase(policies, parsed?.given, one));
});
const moment = moments(starts);
const budgets = budgetsFor(policies);
const full: Budgets = {
  left: Object.fromEntries(contact.pools.map(({ id, monthly }) => [id, monthly])),
  given: Object.fromEntries(offers.map(({ id }) => [id, 0])),
};
const RUNS = { numRuns: 150 };
const ids = (decided: readonly { id: string }[]): string[] => decided.map(({ id }) => id).sort();

const anyPolicies = fc.oneof(
  { weight: 2, arbitrary: fc.constant(policies) },
  { weight: 1, arbitrary: offersNobodyWrote(contact) },
);

describe('offers', { timeout: 90_000 }, () => {
  it('show nothing while a clause is false or a fact is missing, and name every clause that fails', () => {
    let shownAtAll = 0;
    fc.assert(
      fc.property(anyPolicies, moment, budgets, (some, facts, left) => {
        const { decided, shown } = decideOffers(some, facts, left);
        shownAtAll += shown.length;
        for (const { id: offerId, failing } of heldAnew(some, facts, left)) {
          const decision = decided.find(({ id }) => id === offerId);
          const named = decision?.clauses.filter(({ is }) => is !== 'true').map(({ id }) => id);
          expect(named?.sort()).toEqual(failing);
          expect(decision?.outcome === 'eligible').toBe(failing.length === 0);
          if (failing.length > 0) expect(ids(shown)).not.toContain(offerId);
        }
      }),
      RUNS,
    );
    expect(shownAtAll).toBeGreaterThan(20);
  });

  it('are decent whatever the facts: none in a complaint, an outage, danger, hardship, a dispute, or to who said no', () => {
    fc.assert(
      fc.property(anyPolicies, moment, budgets, (some, facts, left) => {
        fc.pre(!mayOffer(facts));
        expect(decideOffers(some, facts, left).shown).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are two at most, eligible, of two kinds, and the rest is withheld', () => {
    fc.assert(
      fc.property(anyPolicies, moment, budgets, (some, facts, left) => {
        const { decided, shown, withheld } = decideOffers(some, facts, left);
        expect(shown.length).toBeLessThanOrEqual(2);
        expect(new Set(shown.map(({ kind }) => kind)).size).toBe(shown.length);
        expect(shown.every(({ outcome }) => outcome === 'eligible')).toBe(true);
        expect(ids([...shown, ...withheld])).toEqual(ids(decided));
        expect(decided.length).toBe(some.offers.length);
      }),
      RUNS,
    );
  });

  it('are made once to who wants to leave: after one, none', () => {
    let tried = 0;
    fc.assert(
      fc.property(moment, (facts) => {
        const leaving = { ...facts, conversation: { ...facts.conversation, wants_to_leave: true } };
        const [first] = decideOffers(policies, leaving, full).shown;
        if (first === undefined) return;
        tried += 1;
        for (const response of ['presented', 'accepted', 'declined', 'ignored']) {
          const made = { id: first.id, kind: first.kind, response, age_days: 0, here: true };
          const after = {
            ...leaving,
            conversation: { ...leaving.conversation, save_attempts: 1, offers_presented: 1 },
            history: { ...facts.history, offers: [...(facts.history?.offers ?? []), made] },
          };
          expect(decideOffers(policies, after, full).shown).toEqual([]);
        }
      }),
      RUNS,
    );
    expect(tried).toBeGreaterThan(10);
  });

  it('remember a refusal: this one for 180 days, one of its kind for 45', () => {
    let tried = 0;
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 179 }), (facts, age_days) => {
        const [first] = decideOffers(policies, facts, full).shown;
        if (first === undefined) return;
        tried += 1;
        const refused = { id: first.id, kind: first.kind, response: 'declined', age_days, here: false };
        const later = { ...facts, history: { ...facts.history, offers: [refused] } };
        const { decided } = decideOffers(policies, later, full);
        const eligible = decided.filter(({ outcome }) => outcome === 'eligible');
        expect(ids(eligible)).not.toContain(first.id);
        if (age_days < 45) expect(eligible.map(({ kind }) => kind)).not.toContain(first.kind);
      }),
      RUNS,
    );
    expect(tried).toBeGreaterThan(20);
  });

  it('never cost more than is left', () => {
    fc.assert(
      fc.property(moment, budgets, (facts, left) => {
        for (const offer of decideOffers(policies, facts, left).shown) {
          const budget = offers.find(({ id }) => id === offer.id)?.budget;
          if (!budget) continue;
          expect(Math.round((left.left[budget.pool] ?? 0) * 100)).toBeGreaterThanOrEqual(offer.cost.minor);
        }
      }),
      RUNS,
    );
  });

  it('are the same whatever order the files and rules are in', () => {
    fc.assert(
      fc.property(anyPolicies, moment, budgets, fc.integer(), (some, facts, left, seed) => {
        const random = seededRandom(seed);
        const turned = { offers: shuffle(some.offers, random), contact: some.contact };
        expect(decideOffers(turned, facts, left)).toEqual(decideOffers(some, facts, left));
        const rules = { ...some.contact, rules: shuffle(some.contact.rules, random) };
        expect(ids(decideOffers({ offers: turned.offers, contact: rules }, facts, left).shown)).toEqual(
          ids(decideOffers(some, facts, left).shown),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('never become more by a clause that fails, or by a fact that is missing', () => {
    const [rule] = contact.rules;
    if (rule === undefined) throw new Error('contact.yaml has rules');
    const no = {
      ...rule,
      id: 'no',
      when: 'false',
      wording: 'false',
      condition: compileCondition('false', OFFER_FACTS),
      ofOffer: [],
    };
    fc.assert(
      fc.property(moment, fc.nat(), fc.constantFrom(...Object.keys(OFFER_FACTS)), (facts, n, group) => {
        const before = decideOffers(policies, facts, full);
        const eligible = ids(before.decided.filter(({ outcome }) => outcome === 'eligible'));
        const at = n % offers.length;
        const stricter = offers.map((offer, i) =>
          i === at
            ? { ...offer, clauses: { ...offer.clauses, suitability: [...offer.clauses.suitability, no] } }
            : offer,
        );
        const after = decideOffers({ offers: stricter, contact }, facts, full);
        expect(ids(after.shown)).not.toContain(offers[at]?.id);
        expect(after.shown.length).toBeLessThanOrEqual(before.shown.length);
        expect(
          decideOffers({ offers, contact: { ...contact, rules: [...contact.rules, no] } }, facts, full).shown,
        ).toEqual([]);
        const { [group as keyof OfferFacts]: _gone, ...less } = facts;
        const known = decideOffers(policies, less, full).decided.filter(
          ({ outcome }) => outcome === 'eligible',
        );
        for (const { id } of known) expect(eligible).toContain(id);
      }),
      RUNS,
    );
  });
});

describe('what is said of a clause', () => {
  const decide = (facts: OfferFacts) =>
    decideOffers(policies, facts, full).decided.find(({ id }) => id === 'fiber-loyalty-credit');
  const calm = { ...contact.casesStartFrom, risk: { score: 0.6, band: 'high' } } as OfferFacts;
  const sayOf = (facts: OfferFacts, id: string) => decide(facts)?.clauses.find((clause) => clause.id === id);

  it('differs for yes, no and not known, with the values seen', () => {
    expect(sayOf(calm, 'eligibility.1')).toEqual({
      id: 'eligibility.1',
      when: 'customer.tenure_months >= 12',
      is: 'true',
      seen: { 'customer.tenure_months': 31 },
      say: '31 months with us',
    });
    const young = { ...calm, customer: { ...calm.customer, tenure_months: 3 } };
    expect(sayOf(young, 'eligibility.1')?.say).toBe('Needs 12 months with us, has 3');
    const { tenure_months: _gone, ...rest } = calm.customer ?? {};
    expect(sayOf({ ...calm, customer: rest }, 'eligibility.1')).toMatchObject({
      is: 'unknown',
      say: 'Cannot tell: tenure months not known',
    });
  });

  it('fills the words for the customer', () => {
    expect(decide(calm)).toMatchObject({
      outcome: 'eligible',
      say: expect.stringContaining('with us 31 months'),
      value: { minor: 12_000, currency: 'USD' },
      cost: { minor: 12_000, currency: 'USD' },
    });
  });

  it('puts what is worth more to customer and company first', () => {
    const { shown } = decideOffers(policies, { ...calm, on: { ...calm.on, fiber_peak_mbps: 100 } }, full);
    expect(shown.map(({ id }) => id)).toEqual(['fiber-1gig-to-500', 'fiber-loyalty-credit']);
    expect(shown[0]?.score).toBeGreaterThan(shown[1]?.score ?? Number.POSITIVE_INFINITY);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainAccount } from '@/lib/assist/testing/pipeline-case';
import { plainTriage } from '@/lib/assist/testing/plain-triage';
import { usd } from '@/lib/core/money';
import type { Account } from '@/lib/domain/customer';
import type { OfferResponse } from '@/lib/domain/offer';
import { OFFER_FACTS } from '@/lib/policies/facts';
import { zodOfFacts } from '@/lib/policies/facts-schema';
import { loadPolicies } from '@/lib/policies/load';
import { decideOffers } from './decide-offers';
import { type OfferMoment, offerFacts } from './offer-facts';

const policies = await loadPolicies('policies');
const NOW = new Date('2026-11-21T18:00:00Z');
const bills = plainTriage({
  id: 'billing.bill-explanation',
  category: 'billing',
  title: 'Explain a bill',
  confidence: 0.9,
});
type Service = Account['services'][number];
const service = (more: Partial<Service>): Service => ({
  id: 'svc_1',
  kind: 'fiber',
  plan: 'Fiber 1 Gig',
  price: usd(8000),
  since: '2024-01-01',
  status: 'active',
  endsOn: null,
  usageGb: 400,
  peakMbps: 120,
  ...more,
});
const invoice = (id: string, charges: [string, number][]): Account['invoices'][number] => ({
  id,
  number: id,
  issued: '2026-11-01',
  due: '2026-11-22',
  status: 'paid',
  total: usd(charges.reduce((sum, [, minor]) => sum + minor, 0)),
  charges: charges.map(([label, minor], i) => ({
    id: `${id}${i}`,
    label,
    amount: usd(minor),
    refunded: usd(0),
  })),
});
const visit = (
  id: string,
  on: string,
  more: Partial<Account['visits'][number]> = {},
): Account['visits'][number] => ({
  id,
  number: id,
  kind: 'wifi',
  on,
  window: '10-12',
  status: 'booked',
  tripFee: usd(5900),
  technician: null,
  model: null,
  symptom: null,
  part: null,
  ...more,
});
const answered = (offerId: string, response: OfferResponse['response'], daysAgo: number): OfferResponse => ({
  id: `ofr_${offerId}`,
  offerId,
  kind: 'bundle',
  response,
  reason: null,
  actorName: 'Sam',
  presentedAt: new Date(NOW.getTime() - daysAgo * 86_400_000).toISOString(),
  answeredAt: null,
  actionId: null,
});
const account = (more: Partial<Account>, customer: Partial<Account['customer']> = {}): Account => ({
  ...plainAccount,
  ...more,
  customer: { ...plainAccount.customer, ...customer },
});
const moment = (more: Partial<OfferMoment> = {}): OfferMoment => ({
  account: account({ services: [service({})] }),
  catalogue: policies.pricing,
  hoursUntil: (day) => (Date.parse(day) - NOW.getTime()) / 3_600_000,
  triage: bills,
  risk: { is: 'scored', score: 0.6, band: 'high', drivers: [], version: '1' },
  conversation: { channel: 'chat', customerTurns: 3, escalated: false, issueResolved: true },
  incidents: { open: [], over: [] },
  offered: { here: [], before: [] },
  rep: { since: '2024-01-01', quietUntil: null, offersToday: 0 },
  now: NOW,
  ...more,
});
const full = {
  left: Object.fromEntries(policies.contact.pools.map(({ id, monthly }) => [id, monthly])),
  given: Object.fromEntries(policies.offers.map(({ id }) => [id, 0])),
};
const shown = (more: Partial<OfferMoment> = {}): string[] =>
  decideOffers(policies, offerFacts(moment(more)), full).shown.map(({ id }) => id);

describe('facts of an offer', () => {
  it('are those of the schema, and enough to make an offer of an account', () => {
    expect(zodOfFacts(OFFER_FACTS).safeParse(offerFacts(moment())).error).toBeUndefined();
    expect(shown()).toEqual(['fiber-1gig-to-500', 'fiber-loyalty-credit']);
  });

  it('count years, bills, payments and the lock', () => {
    const { customer } = offerFacts(
      moment({
        account: account(
          {
            payments: [
              { id: 'p1', on: '2026-10-01', amount: usd(1), method: 'card', status: 'failed' },
              { id: 'p2', on: '2026-08-01', amount: usd(1), method: 'card', status: 'returned' },
            ],
            invoices: [{ ...invoice('b', [['Fiber 500', 6000]]), status: 'disputed' }],
          },
          { since: '2024-01-01', priceLockUntil: '2026-11-22', area: 'Port Ellery' },
        ),
      }),
    );
    expect(customer).toMatchObject({
      tenure_months: 34,
      tenure_years: 2,
      failed_payments_90_days: 1,
      open_dispute: true,
      has_price_lock: true,
      price_lock_months_left: 1,
      zone: 'c',
    });
    expect(customer?.price_lock_ended_days).toBeUndefined();
    const over = offerFacts(moment({ account: account({}, { priceLockUntil: '2026-11-01' }) })).customer;
    expect(over).toMatchObject({ has_price_lock: false, had_price_lock: true, price_lock_ended_days: 20 });
  });

  it('take a discount that ended for a price rise, and a fee or a new service for none', () => {
    const rise = (newest: [string, number][], before: [string, number][]) =>
      offerFacts(moment({ account: account({ invoices: [invoice('b', newest), invoice('a', before)] }) }))
        .customer?.price_rise;
    expect(
      rise(
        [['Fiber 1 Gig', 8000]],
        [
          ['Fiber 1 Gig', 8000],
          ['New customer promotion', -2000],
        ],
      ),
    ).toBe(20);
    expect(rise([['Fiber 1 Gig', 8500]], [['Fiber 1 Gig', 8000]])).toBe(5);
    expect(
      rise(
        [
          ['Fiber 1 Gig', 8000],
          ['Late fee', 800],
        ],
        [['Fiber 1 Gig', 8000]],
      ),
    ).toBe(0);
    expect(rise([['Fiber 1 Gig', 7000]], [['Fiber 1 Gig', 8000]])).toBe(-10);
    expect(
      offerFacts(moment({ account: account({ invoices: [invoice('b', [])] }) })).customer?.price_rise,
    ).toBeUndefined();
  });

  it('name what would be changed, and nothing where there are two', () => {
    const line = (id: string, plan: string, usageGb: number | null) =>
      service({ id, kind: 'mobile', plan, usageGb });
    const on = offerFacts(
      moment({
        account: account({
          services: [
            service({}),
            line('m1', 'Mobile Unlimited', 9),
            line('m2', 'Mobile Unlimited', 2),
            line('m3', 'Mobile Lite', 1),
            line('m4', 'Mobile Lite', 6),
            line('m5', 'Mobile Lite', null),
          ],
          visits: [
            visit('v1', '2026-11-28'),
            visit('v2', '2026-11-25'),
            visit('v3', '2026-11-24', { tripFee: usd(0) }),
            visit('v4', '2026-11-20', { status: 'done' }),
          ],
        }),
      }),
    ).on;
    expect(on).toMatchObject({
      fiber: 'svc_1',
      fiber_plan: 'Fiber 1 Gig',
      fiber_mbps: 1000,
      fiber_peak_mbps: 120,
      tv_plan: 'none',
      light_line: 'm2',
      light_line_gb: 2,
      full_line: 'm4',
      full_line_gb: 6,
      visit: 'v2',
      visit_fee: 59,
      visit_kind: 'wifi',
    });
    const two = offerFacts(
      moment({ account: account({ services: [service({}), service({ id: 'svc_2' })] }) }),
    ).on;
    expect([two?.fiber, two?.fiber_plan]).toEqual([undefined, undefined]);
    const ending = offerFacts(
      moment({ account: account({ services: [service({ endsOn: '2026-12-01' })] }) }),
    ).on;
    expect(ending).toMatchObject({ fiber_plan: 'none', visit_fee: 0, visit_kind: 'none' });
  });

  it('know who wants to leave, and count what was offered here as an attempt to keep them', () => {
    const leaving = plainTriage({
      id: 'account.cancel-service',
      category: 'account',
      title: 'Cancel',
      confidence: 0.9,
    });
    const here = [answered('bundle-add-tv', 'declined', 0)];
    const facts = offerFacts(moment({ triage: leaving, offered: { here, before: [] } }));
    expect(facts.conversation).toMatchObject({ wants_to_leave: true, save_attempts: 1, offers_presented: 1 });
    const calm = offerFacts(moment({ offered: { here, before: [] } }));
    expect(calm.conversation).toMatchObject({ wants_to_leave: false, save_attempts: 0, offers_presented: 1 });
    expect(shown({ triage: leaving })).not.toEqual([]);
    expect(shown({ triage: leaving, offered: { here, before: [] } })).toEqual([]);
  });

  it('keep a complaint open until it is answered', () => {
    const complaint = plainTriage({
      id: 'general.complaint',
      category: 'general',
      title: 'Complaint',
      confidence: 0.9,
    });
    const open = (issueResolved: boolean | null) =>
      offerFacts(moment({ triage: complaint, conversation: { ...moment().conversation, issueResolved } }))
        .conversation?.complaint_open;
    expect([open(true), open(false), open(null)]).toEqual([false, true, true]);
  });

  it('take outages that are over for what they lasted', () => {
    const over = [
      { startedAt: '2026-11-20T00:00:00Z', restoreAt: '2026-11-21T06:30:00Z' },
      { startedAt: '2026-11-19T00:00:00Z', restoreAt: '2026-11-19T02:00:00Z' },
      { startedAt: '2026-11-21T00:00:00Z', restoreAt: '2026-11-22T00:00:00Z' },
    ];
    const { incidents } = offerFacts(moment({ incidents: { open: [{ kind: 'known-issue' }], over } }));
    expect(incidents).toEqual({ outages: 0, known_issues: 1, outage_hours: 30 });
  });

  it('remember what was offered, how long ago and where', () => {
    const offered = {
      here: [answered('a', 'presented', 0)],
      before: [answered('b', 'declined', 89), answered('c', 'declined', 91)],
    };
    expect(offerFacts(moment({ offered })).history).toEqual({
      offers: [
        { id: 'a', kind: 'bundle', response: 'presented', age_days: 0, here: true },
        { id: 'b', kind: 'bundle', response: 'declined', age_days: 89, here: false },
        { id: 'c', kind: 'bundle', response: 'declined', age_days: 91, here: false },
      ],
      accepted_90_days: 0,
      declined_90_days: 1,
    });
  });

  it('are quiet until the quiet is over', () => {
    const quiet = (quietUntil: Date) =>
      offerFacts(moment({ rep: { since: '2024-01-01', quietUntil, offersToday: 0 } })).rep?.quiet;
    expect([quiet(new Date(NOW.getTime() + 1)), quiet(NOW)]).toEqual([true, false]);
  });

  it('leave out what nobody knows, and then nothing is offered', () => {
    for (const unknown of [
      { triage: null },
      { incidents: null },
      { offered: null },
      { rep: null },
      { rep: { since: null, quietUntil: null, offersToday: 0 } },
      { conversation: { ...moment().conversation, issueResolved: null } },
    ])
      expect(shown(unknown)).toEqual([]);
  });

  it('of any account never make an offer to one with a care flag, in a dispute, or who wants none', () => {
    const anyAccount = fc.record({
      vulnerable: fc.boolean(),
      offersAllowed: fc.boolean(),
      disputed: fc.boolean(),
      tier: fc.constantFrom('standard' as const, 'gold' as const, 'enterprise' as const),
      since: fc.constantFrom('2018-05-01', '2024-01-01', '2026-10-01', null),
      plan: fc.constantFrom('Fiber 300', 'Fiber 500', 'Fiber 1 Gig', 'Fiber 2 Gig'),
      peakMbps: fc.option(fc.integer({ min: 1, max: 2000 })),
    });
    let made = 0;
    fc.assert(
      fc.property(anyAccount, fc.double({ min: 0, max: 1, noNaN: true }), (one, score) => {
        const { vulnerable, offersAllowed, disputed, tier, since, plan, peakMbps } = one;
        const bill = {
          ...invoice('b', [[plan, 6000]]),
          status: disputed ? ('disputed' as const) : ('paid' as const),
        };
        const offers = shown({
          account: account(
            { services: [service({ plan, peakMbps })], invoices: [bill] },
            { vulnerable, offersAllowed, tier, since },
          ),
          risk: { is: 'scored', score, band: 'medium', drivers: [], version: '1' },
        });
        made += offers.length;
        if (vulnerable || !offersAllowed || disputed || tier === 'enterprise') expect(offers).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(made).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { plainAccount } from '@/lib/assist/testing/pipeline-case';
import { usd } from '@/lib/core/money';
import { RISK_FEATURES, type RiskFeature } from '@/lib/domain/cancel-risk';
import type { Account } from '@/lib/domain/customer';
import type { RiskFacts, Talk } from './facts';
import { riskValues, sayFeature } from './features';

const NOW = new Date('2026-11-21T09:00:00Z');

const bill = (
  id: string,
  issued: string,
  cents: number,
  status: 'paid' | 'overdue' | 'disputed' = 'paid',
) => ({
  id,
  number: id,
  issued,
  due: issued,
  status,
  total: usd(cents),
  charges: [],
});

const past = (on: string, intent: string | null, csat: number | null) => ({
  conversationId: 'cnv_past',
  on,
  channel: 'chat',
  intent,
  outcome: 'resolved',
  csat,
});

const fiber = {
  id: 'srv_1',
  kind: 'fiber',
  plan: 'Fiber 500',
  price: usd(6000),
  since: '2025-01-10',
  status: 'active',
  endsOn: null,
  usageGb: 300,
  peakMbps: 100,
} as const;

const account: Account = {
  ...plainAccount,
  customer: { ...plainAccount.customer, since: '2025-01-10', priceLockUntil: '2026-09-10', autopay: false },
  services: [fiber, { ...fiber, id: 'srv_2', kind: 'tv', plan: 'TV Plus', price: usd(6000), peakMbps: null }],
  invoices: [
    bill('INV-3', '2026-11-01', 8500, 'overdue'),
    bill('INV-2', '2026-10-01', 6500),
    bill('INV-1', '2026-09-01', 6500, 'disputed'),
  ],
  payments: [
    { id: 'pay_1', on: '2026-10-10', amount: usd(6500), method: 'card', status: 'failed' },
    { id: 'pay_0', on: '2025-10-10', amount: usd(6500), method: 'card', status: 'failed' },
  ],
  history: [
    past('2026-11-10', 'technical.no-internet', null),
    past('2026-10-20', 'technical.no-internet', 2),
    past('2026-05-01', 'technical.no-internet', 5),
  ],
};

const talk: Talk = { mood: 'frustrated', falling: true, cancelWords: false, competitorNamed: true };
const facts: RiskFacts = { account, talk, outages: 1, now: NOW };
const values = riskValues(facts);

describe('the figures of cancel risk', () => {
  it('are read from account and conversation', () => {
    expect(values).toEqual({
      tenure_months: 22,
      lock_months_left: 0,
      lock_months_over: 2,
      monthly_dollars: 120,
      services: 2,
      bill_change_dollars: 20,
      overdue_dollars: 85,
      failed_payments: 1,
      disputed_bills: 1,
      autopay: 0,
      plan_use: 0.2,
      outages: 1,
      missed_visits: 0,
      late_orders: 0,
      contacts_90_days: 2,
      same_reason_contacts: 2,
      last_csat: 2,
      mood: -1,
      mood_falling: 1,
      cancel_words: 0,
      competitor_named: 1,
    });
  });

  it('are null where nobody knows, rather than nothing', () => {
    const stranger: Account = {
      ...plainAccount,
      customer: { ...plainAccount.customer, since: null, priceLockUntil: null },
      services: [],
      invoices: [],
      history: [],
    };
    expect(riskValues({ account: stranger, talk: null, outages: 0, now: NOW })).toMatchObject({
      tenure_months: null,
      lock_months_over: null,
      bill_change_dollars: null,
      plan_use: null,
      last_csat: null,
      mood: null,
      mood_falling: null,
      cancel_words: null,
      competitor_named: null,
    });
  });

  it('do not compare with a first, prorated bill', () => {
    const young = { ...account, invoices: account.invoices.slice(0, 2) };
    expect(riskValues({ ...facts, account: young }).bill_change_dollars).toBeNull();
  });

  it.each([
    { name: 'Somebody Else' },
    { language: 'es' },
    { vulnerable: !account.customer.vulnerable },
    { area: 'Port Ellery', zip: '00432' },
    { notes: ['Care flag: low vision; describe, do not point.'] },
    { email: null, phone: null },
  ])('are the same whoever it is: %j', (change) => {
    const other = { ...account, customer: { ...account.customer, ...change } };
    expect(riskValues({ ...facts, account: other })).toEqual(values);
  });
});

const WORDS: readonly [RiskFeature, number, string][] = [
  ['tenure_months', 1, 'With us for 1 month'],
  ['tenure_months', 22, 'With us for 22 months'],
  ['tenure_months', 40, 'With us for 3 years'],
  ['lock_months_left', 0, 'No price lock now'],
  ['lock_months_left', 1, 'Price lock for 1 more month'],
  ['lock_months_over', 0, 'The price lock ended this month'],
  ['lock_months_over', 2, 'The price lock ended 2 months ago'],
  ['bill_change_dollars', 20, 'The bill went up by $20.00 last month'],
  ['bill_change_dollars', -4.5, 'The bill went down by $4.50 last month'],
  ['overdue_dollars', 85, '$85.00 is overdue'],
  ['plan_use', 0.2, "Uses 20% of the plan's speed at the busiest minute"],
  ['same_reason_contacts', 3, 'Had to contact us 3 times about the same thing'],
  ['last_csat', 2, 'Rated the last contact 2 out of 5'],
  ['mood', -1, 'The last conversation went badly'],
  ['cancel_words', 1, 'Spoke of cancelling'],
  ['competitor_named', 0, 'Named no other provider'],
];

describe('what a driver says', () => {
  it.each(WORDS)('%s %d: %s', (id, value, words) => {
    expect(sayFeature(id, value)).toBe(words);
  });

  it('has words for every figure, none of them of age, family, origin or health', () => {
    for (const id of RISK_FEATURES)
      for (const value of [-1, 0, 1, 2, 5]) {
        const says = sayFeature(id, value);
        if (id !== 'mood' || Math.abs(value) <= 1) expect(says, id).toMatch(/^\S.{5,70}$/);
        expect(says).not.toMatch(
          /\b(age|old|senior|young|child|famil|partner|married|widow|speaks|spanish|foreign|ill|disab|care flag|vulnerab)/i,
        );
      }
  });
});

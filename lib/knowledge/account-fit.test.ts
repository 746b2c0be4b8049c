import { describe, expect, it } from 'vitest';
import { usd } from '@/lib/core/money';
import type { Account } from '@/lib/domain/customer';
import { accountFit } from './account-fit';
import { billChanges } from './bill-changes';
import { buildIndex } from './build-index';
import { chunkArticle } from './chunk';
import { searchIndex } from './search';
import { readArticles, readKnowledgePolicy } from './testing/read-articles';

type Lines = Record<string, number>;
const invoice = (n: number, issued: string, lines: Lines): Account['invoices'][number] => ({
  id: `inv_${n}`,
  number: `INV-${n}`,
  issued,
  due: issued,
  status: 'due',
  total: usd(Object.values(lines).reduce((sum, amount) => sum + amount, 0)),
  charges: Object.entries(lines).map(([label, amount], at) => ({
    id: `chg_${at}`,
    label,
    amount: usd(amount),
    refunded: usd(0),
  })),
});
const fiber = (id: string, plan: string, price: number, since: string): Account['services'][number] => ({
  id,
  kind: 'fiber',
  plan,
  price: usd(price),
  since,
  status: 'active',
  endsOn: null,
  usageGb: null,
  peakMbps: null,
});
const account = (newest: Lines, before?: Lines, over: Partial<Account> = {}): Account => ({
  customer: {
    id: 'cus_1',
    accountNumber: null,
    name: 'Ines Falk',
    tier: 'standard',
    area: null,
    zip: null,
    language: 'en',
    vulnerable: false,
    autopay: false,
    since: '2024-01-10',
    priceLockUntil: null,
    offersAllowed: true,
    email: null,
    phone: null,
    notes: [],
  },
  services: [fiber('srv_1', 'Fiber 500', 6000, '2024-01-10')],
  devices: [],
  invoices: [invoice(2, '2026-11-10', newest), ...(before ? [invoice(1, '2026-10-11', before)] : [])],
  payments: [],
  orders: [],
  visits: [],
  credits: [],
  memory: [],
  history: [],
  ...over,
});

const PROMO_ENDED = account({ 'Fiber 500': 6000 }, { 'Fiber 500': 6000, 'New customer promotion': -2000 });
const LATE = account({ 'Fiber 500': 6000, 'Late fee': 800 }, { 'Fiber 500': 6000 });
const AUTOPAY_OFF = account(
  { 'Fiber 500': 6000 },
  { 'Fiber 500': 6000, 'AutoPay with paperless billing': -500 },
);
const UNCHANGED = account({ 'Fiber 500': 6000 }, { 'Fiber 500': 6000 });
const UPGRADED = account(
  { 'Fiber 1 Gig': 8000 },
  { 'Fiber 500': 6000 },
  {
    services: [fiber('srv_2', 'Fiber 1 Gig', 8000, '2026-10-30')],
  },
);

describe('billChanges', () => {
  it('tells charges that rose and discounts that ended from those that fell', () => {
    expect(billChanges(PROMO_ENDED)).toEqual({ raised: ['New customer promotion'], lowered: [] });
    expect(billChanges(UPGRADED)).toEqual({ raised: ['Fiber 1 Gig'], lowered: ['Fiber 500'] });
    expect(billChanges(UNCHANGED)).toEqual({ raised: [], lowered: [] });
  });

  it('sums lines of one name, and knows nothing of a single bill', () => {
    const two = account({ Box: 700 }, { Box: 700 });
    two.invoices[0]?.charges.push({ id: 'chg_9', label: 'Box', amount: usd(700), refunded: usd(0) });
    expect(billChanges(two)).toEqual({ raised: ['Box'], lowered: [] });
    expect(billChanges(account({ Box: 700 }))).toBeNull();
  });
});

describe('accountFit', () => {
  const PROMO = 'A bill rises when a 12-month promotional price ends.';
  const FIRST = 'The first Larkspur bill is prorated for the days used.';
  const MIDDLE = 'Changing plan in the middle of a bill period is prorated by day.';

  it.each([
    [PROMO, PROMO_ENDED, 1],
    [PROMO, LATE, -1],
    [FIRST, PROMO_ENDED, -1],
    [MIDDLE, UPGRADED, 1],
    [MIDDLE, UNCHANGED, -1],
    ['Turning AutoPay off raises the bill.', AUTOPAY_OFF, 1],
    ['A late fee appears as $8.00.', LATE, 1],
    ['A late fee appears as $8.00.', UNCHANGED, 0],
    ['Bills are due 21 days after they are issued.', LATE, 0],
  ] as const)('%s', (text, who, fit) => {
    expect(accountFit(who)(text)).toBe(fit);
  });

  it('holds nothing against a text when there are no two bills', () => {
    expect(accountFit(account({ 'Fiber 500': 6000 }))(FIRST)).toBe(0);
  });
});

describe('a search for this account', () => {
  const index = buildIndex(readArticles(new Date('2026-11-20T12:00:00Z')).flatMap(chunkArticle), {
    synonyms: readKnowledgePolicy().synonyms,
  });
  const best = (text: string, who?: Account) =>
    searchIndex(index, {
      text,
      intents: [{ id: 'billing.bill-explanation', confidence: 0.8 }],
      products: [],
      limit: 3,
      ...(who ? { account: who } : {}),
    })[0];

  it.each([
    ['an ended promotion', PROMO_ENDED, /promotional price/],
    ['a late fee', LATE, /late fee/],
    ['a lost discount', AUTOPAY_OFF, /AutoPay/],
    ['a change of plan', UPGRADED, /Changing plan in the middle/],
  ])('explains a higher bill by %s', (_what, who, says) => {
    for (const text of ['why is my bill higher than last month?', 'my bill went up'])
      expect(best(text, who)?.chunk.text, text).toMatch(says);
  });

  it('never explains it by an occasion the account has not', () => {
    expect(best('why is my bill higher than last month?', UNCHANGED)?.chunk.text).not.toMatch(
      /prorated|promotion/,
    );
  });

  it('gives who is not known the same as before', () => {
    expect(best('my bill went up')?.chunk.articleId).toBe('reading-your-bill');
  });
});

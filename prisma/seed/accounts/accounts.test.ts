import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '@/lib/core/random';
import { readSeedFiles } from '../files/seed-files';
import type { SeedAccount } from './account';
import { allAccounts } from './all-accounts';
import { firstLines, makeBill, monthlyLines, totalOf } from './bill';

const files = await readSeedFiles();
const made = (seed: number, now: Date) =>
  allAccounts(files.customers, files.incidents, { total: 250, now, random: seededRandom(seed) }).accounts;

/** An account without its ids, which are random. */
const facts = ({ customer, services, devices, bills, orders, visits, credits }: SeedAccount) =>
  JSON.parse(
    JSON.stringify({ customer, services, devices, bills, orders, visits, credits }, (key, value) =>
      key === 'id' || key.endsWith('Id') ? undefined : value,
    ),
  );

describe('monthlyLines', () => {
  test('a bundle of everything, as the fact sheet prices it', () => {
    const lines = monthlyLines({
      plans: ['Fiber 500', 'TV Plus', 'Mobile Lite', 'Mobile Lite', 'Home Care'],
      tvBoxes: 2,
      rentedMeshPoints: 1,
      autopay: true,
    });
    expect(totalOf(lines)).toBe(6000 + 6000 + 2000 + 2000 + 1800 + 700 + 500 - 1000 - 500 - 500);
    expect(lines.map(({ label }) => label)).toContain('Mobile Lite, line 2');
  });

  test('no bundle without both halves', () => {
    expect(
      totalOf(monthlyLines({ plans: ['Mobile Unlimited'], tvBoxes: 0, rentedMeshPoints: 0, autopay: false })),
    ).toBe(3500);
  });

  test('a first bill is the days so far and the next month in advance', () => {
    const lines = firstLines(
      [
        { label: 'Fiber 300', amountMinor: 4500 },
        { label: 'AutoPay with paperless billing', amountMinor: -500 },
      ],
      12,
    );
    expect(lines.map(({ label, amountMinor }) => `${label} ${amountMinor}`)).toEqual([
      'Fiber 300, first 12 days 1800',
      'Fiber 300, next month in advance 4500',
      'AutoPay with paperless billing -500',
    ]);
  });

  test('a bill is the sum of its lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ label: fc.string(), amountMinor: fc.integer({ min: -5000, max: 20_000 }) })),
        (lines) => {
          const bill = makeBill('cus', 'INV', new Date(0), 'due', lines);
          expect(bill.invoice.totalMinor).toBe(
            bill.charges.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
          );
        },
      ),
    );
  });
});

describe('allAccounts', () => {
  test('the same seed makes the same organisation, another seed another one', () => {
    const now = new Date('2027-03-10T18:00:00Z');
    expect(made(1, now).map(facts)).toEqual(made(1, now).map(facts));
    expect(made(2, now).map(facts)).not.toEqual(made(1, now).map(facts));
  });

  test('on any day, every number, address and name is given once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500 }), fc.integer(), (days, seed) => {
        const accounts = made(seed, new Date(Date.UTC(2026, 10, 20, 12) + days * 86_400_000));
        const numbers = accounts.flatMap(({ customer, contactPoints, bills, orders, visits }) => [
          customer.accountNumber,
          customer.name,
          ...contactPoints.map(({ value }) => value),
          ...[...bills.map(({ invoice }) => invoice), ...orders, ...visits].map(({ number }) => number),
        ]);
        expect(accounts).toHaveLength(250);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 12 },
    );
  });

  test('telephone numbers are fictional and mail goes nowhere', () => {
    for (const { contactPoints } of made(1, new Date('2027-03-10T18:00:00Z'))) {
      for (const { kind, value } of contactPoints)
        expect(value).toMatch(kind === 'phone' ? /^\+1\d{3}55501\d{2}$/ : /^[a-z0-9.]+@example\.com$/);
    }
  });

  test('an outage that ended earned its days of credit', () => {
    const now = new Date('2027-03-10T18:00:00Z');
    const fiber = made(1, now).filter(
      ({ key, customer, services }) =>
        key === null && customer.area === 'Port Ellery' && services.some(({ kind }) => kind === 'fiber'),
    );
    expect(fiber.length).toBeGreaterThan(5);
    for (const { services, credits } of fiber) {
      const price = services.find(({ kind }) => kind === 'fiber')?.priceMinor ?? 0;
      expect(credits.filter(({ kind }) => kind === 'outage').map(({ amountMinor }) => amountMinor)).toEqual([
        Math.round(price / 30),
      ]);
    }
  });
});

import fc from 'fast-check';
import { DAY } from '@/lib/core/clock';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { WritingTool } from '../tool';
import { applyCredit } from '../tools/apply-credit';
import { bookVisit } from '../tools/book-visit';
import { cancelService } from '../tools/cancel-service';
import { cancelVisit } from '../tools/cancel-visit';
import { changePlan } from '../tools/change-plan';
import { issueCoupon } from '../tools/issue-coupon';
import { moveVisit } from '../tools/move-visit';
import { refundCharge } from '../tools/refund-charge';
import { restartService } from '../tools/restart-service';
import { waiveTripFee } from '../tools/waive-trip-fee';
import { type HouseCustomer, houseCustomer, NOW, PRICING } from './house-customer';

/** Something that is tried on an account: a tool, its parameters with places in lists of the account, and days from now. */
export interface Try {
  tool: WritingTool;
  days: number;
  params(account: Awaited<ReturnType<HouseCustomer['account']>>): Record<string, unknown>;
}

const place = fc.nat(9);
const of = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % (items.length || 1)];
const cents = (most: number) => fc.integer({ min: 1, max: most }).map((minor) => minor / 100);
const dates = fc
  .integer({ min: 0, max: 20 })
  .map((days) => new Date(NOW.getTime() + days * DAY).toISOString().slice(0, 10));
const windows = fc.constantFrom(...PRICING.visits.windows);
const plans = fc.constantFrom(...PRICING.plans.map(({ name }) => name));

/** Any tool, with parameters that can be of this account, on a day that `days` draws. */
export const asked = (days: fc.Arbitrary<number>): fc.Arbitrary<Try> =>
  fc.oneof(
    fc.record({ amount: cents(9000), months: fc.integer({ min: 1, max: 24 }), days }).map(
      ({ amount, months, days: on }): Try => ({
        tool: applyCredit,
        days: on,
        params: () => ({ amount, months, reason: 'Goodwill' }),
      }),
    ),
    fc.record({ charge: place, amount: cents(9000), days }).map(
      ({ charge, amount, days: on }): Try => ({
        tool: refundCharge,
        days: on,
        params: ({ invoices }) => ({
          charge:
            of(
              invoices.flatMap(({ charges }) => charges),
              charge,
            )?.id ?? 'none',
          amount,
          reason: 'Wrong charge',
        }),
      }),
    ),
    fc.record({ service: place, add: fc.boolean(), plan: plans, priceLock: fc.boolean(), days }).map(
      ({ service, add, plan, priceLock, days: on }): Try => ({
        tool: changePlan,
        days: on,
        params: ({ services }) => ({
          service: add ? null : (of(services, service)?.id ?? null),
          plan,
          priceLock,
        }),
      }),
    ),
    fc
      .record({
        service: place,
        waiveFee: fc.boolean(),
        days,
        tool: fc.constantFrom(cancelService, restartService),
      })
      .map(
        ({ service, waiveFee, days: on, tool }): Try => ({
          tool,
          days: on,
          params: ({ services }) => ({ service: of(services, service)?.id ?? 'none', waiveFee }),
        }),
      ),
    fc
      .record({
        kind: fc.constantFrom('wifi', 'installation'),
        date: dates,
        window: windows,
        faultIsOurs: fc.boolean(),
        days,
      })
      .map(
        ({ days: on, ...params }): Try => ({
          tool: bookVisit,
          days: on,
          params: () => params,
        }),
      ),
    fc.record({ visit: place, date: dates, window: windows, waiveFee: fc.boolean(), days }).map(
      ({ visit, days: on, ...rest }): Try => ({
        tool: moveVisit,
        days: on,
        params: ({ visits }) => ({ visit: of(visits, visit)?.number ?? 'none', ...rest }),
      }),
    ),
    fc.record({ visit: place, waiveFee: fc.boolean(), days }).map(
      ({ visit, waiveFee, days: on }): Try => ({
        tool: cancelVisit,
        days: on,
        params: ({ visits }) => ({ visit: of(visits, visit)?.number ?? 'none', waiveFee }),
      }),
    ),
    fc.record({ visit: place, days }).map(
      ({ visit, days: on }): Try => ({
        tool: waiveTripFee,
        days: on,
        params: ({ visits }) => ({ visit: of(visits, visit)?.number ?? 'none', reason: 'Came late' }),
      }),
    ),
    fc.record({ amount: cents(5000), valid: fc.integer({ min: 1, max: 365 }), days }).map(
      ({ amount, valid, days: on }): Try => ({
        tool: issueCoupon,
        days: on,
        params: () => ({ amount, what: 'a visit', pool: 'retention', days: valid }),
      }),
    ),
  );

export const accounts = fc.record({
  fiber: fc.constantFrom('Fiber 300', 'Fiber 500', 'Fiber 1 Gig', 'Fiber 2 Gig'),
  others: fc.subarray(['TV Plus', 'Mobile Lite', 'Home Care'] as const),
  lock: fc.integer({ min: 0, max: 13 }),
  /** Days since the last bill; null before the first. */
  billed: fc.option(fc.integer({ min: 0, max: 32 })),
});
const KIND = { 'TV Plus': 'tv', 'Mobile Lite': 'mobile', 'Home Care': 'home' } as const;
let numbers = 400_000;

type Drawn = typeof accounts extends fc.Arbitrary<infer Account> ? Account : never;

/** An account as it was drawn, in the house's tables. Its bill is paid, of an odd amount. */
export const openDrawn = (
  prisma: PrismaClient,
  { fiber, others, lock, billed }: Drawn,
): Promise<HouseCustomer> =>
  houseCustomer(prisma, {
    price_lock_months_left: lock,
    services: [{ kind: 'fiber', plan: fiber }, ...others.map((plan) => ({ kind: KIND[plan], plan }))],
    ...(billed === null
      ? {}
      : {
          invoices: [
            {
              number: `INV-2026-${numbers++}`,
              days_ago: billed,
              status: 'paid',
              charges: [
                { label: fiber, amount: 45.13 },
                { label: 'AutoPay with paperless billing', amount: -5 },
              ],
            },
          ],
          payments: [{ days_ago: Math.max(0, billed - 1), amount: 40.13, method: 'card', status: 'posted' }],
        }),
  });

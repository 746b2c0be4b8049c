import { stockedItem } from '@/lib/actions/orders/stocked-item';
import { toMinor } from '@/lib/core/money';
import { database } from '@/lib/db/client';
import { billingStanding } from '@/lib/db/house/billing';
import { services } from '@/lib/use-cases/services';
import { SCARCE } from './actions-cast';
import type { Stored } from './actions-stored';
import type { Cast } from './actions-wishes';

const sum = (cents: readonly number[]): number => cents.reduce((total, one) => total + one, 0);

/** Actions that ran and were not taken back. */
const standing = (actions: readonly Stored[], tool: string): Stored[] =>
  actions.filter((action) => action.tool === tool && action.reversesId === null && action.state === 'done');

/** What a credit takes off in all, by what was approved. */
const creditOf = ({ params }: Stored): number => toMinor(Number(params.amount)) * Number(params.months ?? 1);

/** What a visit costs, as it stood on the screen that was approved. */
const shownPrice = ({ effect }: Stored): number =>
  toMinor(Number(effect.changes.find(({ what }) => what === 'To pay')?.after.replace(/[^0-9.]/g, '') ?? 0));

/** Customers whose account does not add up to what was approved: credits still to come, and what visits put on the next bill besides their fee. */
const accountsOff = async (actions: readonly Stored[], { cases }: Cast): Promise<number> => {
  const { db, policies } = await services();
  const { pricing } = policies.current();
  const credits = Map.groupBy(standing(actions, 'apply-credit'), ({ customerId }) => customerId);
  const visits = Map.groupBy(standing(actions, 'book-visit'), ({ customerId }) => customerId);
  let off = 0;
  for (const { customerId } of cases) {
    const { creditNext, creditLater, unbilled } = await db.$transaction((tx) =>
      billingStanding(tx, customerId, pricing),
    );
    const booked = await db.visit.findMany({ where: { customerId, status: 'booked' } });
    const extras =
      sum((visits.get(customerId) ?? []).map(shownPrice)) -
      sum(booked.map(({ tripFeeMinor }) => tripFeeMinor));
    const given = sum((credits.get(customerId) ?? []).map(creditOf));
    if (creditNext + creditLater !== given || unbilled !== extras) off += 1;
  }
  return off;
};

/** Units between what the warehouse has and what it had less the replacements that stand. */
const stockOff = async (actions: readonly Stored[]): Promise<number> => {
  const { onHand } = await database().prisma.stock.findUniqueOrThrow({ where: { item: SCARCE.item } });
  return Math.abs(
    SCARCE.onHand - onHand - standing(actions, 'reship-order').length * stockedItem(SCARCE.item).units,
  );
};

/** Cents between what a pool says was spent and the coupons that stand. */
const poolOff = async (actions: readonly Stored[], { pool }: Cast): Promise<number> => {
  const { policies } = await services();
  const { id, monthly } = policies.current().contact.pools.find((one) => one.id === pool) ?? {};
  if (id === undefined || monthly === undefined) throw new RangeError(`there is no pool ${pool}`);
  const row = await database().prisma.offerPool.findFirstOrThrow({
    where: { id: { startsWith: `pol_${id}_` } },
  });
  const coupons = sum(standing(actions, 'issue-coupon').map(({ amountMinor }) => amountMinor));
  return Math.abs(row.spentMinor - (toMinor(monthly) - SCARCE.poolCents) - coupons);
};

/** By how much accounts, stock and pools are off what was approved and stands. */
export const sumsOff = async (actions: readonly Stored[], cast: Cast) => ({
  accounts: await accountsOff(actions, cast),
  stockUnits: await stockOff(actions),
  poolCents: await poolOff(actions, cast),
});

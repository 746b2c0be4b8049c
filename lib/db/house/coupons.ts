import type { Coupon, CouponChange, Issued, NewCoupon } from '../../actions/systems/coupons';
import { newId } from '../../core/ids';
import type { Coupon as CouponRow } from '../generated/client';
import type { Tx } from '../handle';
import { newCouponCode, readCouponCode } from './coupon-code';
import { dayOf } from './locks';
import { holdPool, spendFromPool } from './pools';

const stateOf = (row: CouponRow, at: Date): Coupon['state'] => {
  if (row.cancelledAt) return 'cancelled';
  if (row.redeemedAt) return 'redeemed';
  return row.expiresOn < dayOf(at) ? 'expired' : 'open';
};

const toCoupon = (row: CouponRow, at: Date): Coupon => ({
  id: row.id,
  code: row.code,
  what: row.what,
  amount: row.amountMinor,
  expiresOn: row.expiresOn.toISOString().slice(0, 10),
  state: stateOf(row, at),
});

export const findCoupon = async (
  tx: Tx,
  customerId: string,
  couponId: string,
  at: Date,
): Promise<Coupon | null> => {
  const row = await tx.coupon.findFirst({ where: { id: couponId, customerId } });
  return row && toCoupon(row, at);
};

/** Takes a coupon out of its pool, which is held: whoever comes next sees what is left. */
export const issueCoupon = async (tx: Tx, coupon: NewCoupon, key: string): Promise<Issued> => {
  const { customerId, pool, what, amount, at, expiresOn } = coupon;
  const held = await holdPool(tx, pool, at);
  const before = await tx.coupon.findUnique({ where: { actionId: key } });
  if (before) return { is: 'issued', coupon: toCoupon(before, at) };
  if (amount > held.left) return { is: 'overdrawn', left: held.left };
  await spendFromPool(tx, held.id, amount);
  const row = await tx.coupon.create({
    data: {
      id: newId('cou', at.getTime()),
      code: newCouponCode(),
      poolId: held.id,
      customerId,
      what,
      amountMinor: amount,
      issuedAt: at,
      expiresOn: new Date(expiresOn),
      actionId: key,
    },
  });
  return { is: 'issued', coupon: toCoupon(row, at) };
};

/** Cancels what is still open and gives its worth back to the pool it came from. */
export const cancelCoupon = async (
  tx: Tx,
  customerId: string,
  couponId: string,
  at: Date,
): Promise<CouponChange> => {
  const row = await tx.coupon.findFirst({ where: { id: couponId, customerId } });
  if (!row) return { is: 'unknown' };
  // The pool first, as whoever issues does.
  await tx.$queryRaw`SELECT id FROM offer_pool WHERE id = ${row.poolId} FOR UPDATE`;
  const { count } = await tx.coupon.updateMany({
    where: { id: couponId, redeemedAt: null, cancelledAt: null },
    data: { cancelledAt: at },
  });
  if (count === 1) await spendFromPool(tx, row.poolId, -row.amountMinor);
  const coupon = toCoupon(await tx.coupon.findUniqueOrThrow({ where: { id: couponId } }), at);
  return coupon.state === 'cancelled' ? { is: 'done', coupon } : { is: 'refused', state: coupon.state };
};

/** Uses up a coupon that is open; of many at once, one does. */
export const redeemCoupon = async (
  tx: Tx,
  customerId: string,
  typed: string,
  at: Date,
): Promise<CouponChange> => {
  const code = readCouponCode(typed);
  const { count } = await tx.coupon.updateMany({
    where: { code, customerId, redeemedAt: null, cancelledAt: null, expiresOn: { gte: dayOf(at) } },
    data: { redeemedAt: at },
  });
  const row = await tx.coupon.findFirst({ where: { code, customerId } });
  if (!row) return { is: 'unknown' };
  return count === 1 ? { is: 'done', coupon: toCoupon(row, at) } : { is: 'refused', state: stateOf(row, at) };
};

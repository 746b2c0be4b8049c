import type { CouponsSystem } from '../../actions/systems/coupons';
import type { Tx } from '../../db/handle';
import { cancelCoupon, findCoupon, issueCoupon, redeemCoupon } from '../../db/house/coupons';
import { poolLeft } from '../../db/house/pools';

/** Coupons in our own tables. */
export const couponsIn = (tx: Tx): CouponsSystem => ({
  left: (pool, at) => poolLeft(tx, pool, at),
  find: (customerId, couponId, at) => findCoupon(tx, customerId, couponId, at),
  issue: (coupon, key) => issueCoupon(tx, coupon, key),
  cancel: (customerId, couponId, at) => cancelCoupon(tx, customerId, couponId, at),
  redeem: (customerId, code, at) => redeemCoupon(tx, customerId, code, at),
});

/** Money set aside for coupons. */
export interface CouponPool {
  id: string;
  title: string;
  /** Of a month, in cents. */
  budget: number;
}

export interface NewCoupon {
  customerId: string;
  pool: CouponPool;
  /** What it is good for, as it stands on the coupon: "a mesh point". */
  what: string;
  /** In cents. */
  amount: number;
  at: Date;
  /** The last day it can be redeemed, `YYYY-MM-DD`. */
  expiresOn: string;
}

export interface Coupon {
  id: string;
  code: string;
  what: string;
  /** In cents. */
  amount: number;
  expiresOn: string;
  state: 'open' | 'redeemed' | 'cancelled' | 'expired';
}

/** `overdrawn`: the pool has only `left` cents for this month. Nothing was issued then. */
export type Issued = { is: 'issued'; coupon: Coupon } | { is: 'overdrawn'; left: number };

/** `state` says what became of a coupon that could not be used or cancelled. */
export type CouponChange =
  | { is: 'done'; coupon: Coupon }
  | { is: 'refused'; state: Coupon['state'] }
  | { is: 'unknown' };

/** What tools ask of the system of record for coupons. A coupon of another customer does not exist. */
export interface CouponsSystem {
  /** Cents that are left of the pool's budget in the month of `at`. */
  left(pool: CouponPool, at: Date): Promise<number>;
  find(customerId: string, couponId: string, at: Date): Promise<Coupon | null>;
  /** The same key again answers the coupon it made. */
  issue(coupon: NewCoupon, key: string): Promise<Issued>;
  /** Gives what it was worth back to its pool. A coupon that is cancelled stays so: done again. */
  cancel(customerId: string, couponId: string, at: Date): Promise<CouponChange>;
  /** Uses a coupon up, once, until the end of its last day (UTC). */
  redeem(customerId: string, code: string, at: Date): Promise<CouponChange>;
}

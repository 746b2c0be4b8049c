import { z } from 'zod';
import { toMinor, usd } from '../../core/money';
import { amountSchema, currencySchema, say } from '../amount';
import { addDays, sayDay, today } from '../days';
import { impossible } from '../impossible';
import type { Coupon, CouponPool } from '../systems/coupons';
import { type Reversal, writingTool } from '../tool';

const params = z.strictObject({
  amount: amountSchema.meta({ title: 'Worth' }),
  currency: currencySchema.meta({ title: 'Currency' }),
  what: z
    .string({ error: 'Say what it is good for' })
    .trim()
    .min(3, 'Say what it is good for')
    .max(100, 'At most 100 characters')
    .meta({ title: 'Good for' }),
  pool: z
    .string({ error: 'Choose what it is paid from' })
    .min(1, 'Choose what it is paid from')
    .max(60, 'Choose what it is paid from')
    .meta({ title: 'Paid from' }),
  days: z
    .int({ error: 'Write a whole number of days' })
    .min(1, 'At least one day')
    .max(365, 'At most 365 days')
    .default(30)
    .meta({ title: 'Valid for days' }),
});

const noPool = (pools: readonly CouponPool[]) =>
  impossible('pool', `One of ${pools.map(({ id }) => id).join(', ')}`);
const overdrawn = ({ title }: CouponPool, left: number) =>
  impossible('amount', `Only ${say(left)} is left in ${title} this month`);

const undoSchema = z.object({ coupon: z.string() });

/** Why a coupon cannot be cancelled, by what became of it. */
const GONE: Record<Exclude<Coupon['state'], 'open'>, string> = {
  redeemed: 'The coupon was redeemed already',
  cancelled: 'The coupon was cancelled already',
  expired: 'The coupon has expired',
};
const NONE = 'There is no such coupon on this account';

const reversal: Reversal = {
  look: async (systems, { account, now }, undo) => {
    const coupon = await systems.coupons.find(account.customer.id, undoSchema.parse(undo).coupon, now);
    if (!coupon) return impossible('coupon', NONE);
    if (coupon.state !== 'open') return impossible('coupon', GONE[coupon.state]);
    return {
      is: 'possible',
      effect: {
        sentence: `Cancel the coupon of ${say(coupon.amount)} for “${coupon.what}”: it cannot be redeemed any more`,
        changes: [
          {
            what: 'Coupon',
            before: `${say(coupon.amount)} until ${sayDay(coupon.expiresOn)}`,
            after: 'Cancelled',
          },
        ],
        amount: usd(0),
      },
      facts: { status: coupon.state, amount: coupon.amount / 100 },
    };
  },
  run: async (systems, { account, now }, undo) => {
    const cancelled = await systems.coupons.cancel(account.customer.id, undoSchema.parse(undo).coupon, now);
    if (cancelled.is === 'unknown') return impossible('coupon', NONE);
    if (cancelled.is === 'refused')
      return impossible(
        'coupon',
        cancelled.state === 'open' ? 'The coupon could not be cancelled' : GONE[cancelled.state],
      );
    const { code, amount } = cancelled.coupon;
    return {
      is: 'done',
      outcome: { sentence: `Cancelled the coupon ${code} of ${say(amount)}`, reference: code, undo: null },
    };
  },
};

export const issueCoupon = writingTool({
  id: 'issue-coupon',
  title: 'Issue a coupon',
  params,
  propose: ({ pools: [pool, ...others] }) => (pool && others.length === 0 ? { pool: pool.id } : {}),
  look: async (systems, { now, pools }, { amount, what, pool: id, days }) => {
    const pool = pools.find((one) => one.id === id);
    if (!pool) return noPool(pools);
    const cents = toMinor(amount);
    const left = await systems.coupons.left(pool, now);
    if (cents > left) return overdrawn(pool, left);
    const until = sayDay(addDays(today(now), days));
    return {
      is: 'possible',
      effect: {
        sentence: `Issue a coupon of ${say(cents)} for “${what}”, to be used once until ${until}`,
        // What is left of the pool moves with everybody's coupons, so it is no part of what is approved.
        changes: [{ what: 'Coupon', before: 'None', after: `${say(cents)} until ${until}` }],
        amount: usd(cents),
      },
      facts: { amount: cents / 100, kind: pool.id },
    };
  },
  run: async (systems, { account, now, pools }, { amount, what, pool: id, days }, { key }) => {
    const pool = pools.find((one) => one.id === id);
    if (!pool) return noPool(pools);
    const issued = await systems.coupons.issue(
      {
        customerId: account.customer.id,
        pool,
        what,
        amount: toMinor(amount),
        at: now,
        expiresOn: addDays(today(now), days),
      },
      key,
    );
    if (issued.is === 'overdrawn') return overdrawn(pool, issued.left);
    const { coupon } = issued;
    return {
      is: 'done',
      outcome: {
        sentence: `Coupon ${coupon.code}: ${say(coupon.amount)} for “${coupon.what}”, until ${sayDay(coupon.expiresOn)}`,
        reference: coupon.code,
        undo: { coupon: coupon.id },
      },
    };
  },
  reversal,
});

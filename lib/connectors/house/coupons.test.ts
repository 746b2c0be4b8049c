import { describe, expect, it } from 'vitest';
import { houseCustomer, NOW } from '@/lib/actions/testing/house-customer';
import { newId } from '@/lib/core/ids';
import { readCouponCode } from '@/lib/db/house/coupon-code';
import { testDatabase } from '@/lib/db/testing';

const { prisma } = await testDatabase();
const { id, ask } = await houseCustomer(prisma);
const other = await houseCustomer(prisma);

let pools = 0;
const newPool = (budget: number) => {
  pools += 1;
  return { id: `pool-${pools}`, title: `Pool ${pools}`, budget };
};
type Pool = ReturnType<typeof newPool>;

const issue = (pool: Pool, { amount = 1000, key = newId('act'), at = NOW, expiresOn = '2026-12-21' } = {}) =>
  ask(({ coupons }) =>
    coupons.issue({ customerId: id, pool, what: 'a mesh point', amount, at, expiresOn }, key),
  );
const issued = async (pool: Pool, more: Parameters<typeof issue>[1] = {}) => {
  const result = await issue(pool, more);
  if (result.is !== 'issued') throw new RangeError('the pool is empty');
  return result.coupon;
};
const redeem = (code: string, at = NOW, who = id) => ask(({ coupons }) => coupons.redeem(who, code, at));
const cancel = (coupon: string, who = id) => ask(({ coupons }) => coupons.cancel(who, coupon, NOW));
const left = (pool: Pool, at = NOW) => ask(({ coupons }) => coupons.left(pool, at));

describe('a pool', () => {
  it('is not overdrawn by a hundred at once', async () => {
    const pool = newPool(50_500);
    const results = await Promise.all(Array.from({ length: 100 }, () => issue(pool)));
    expect(results.filter(({ is }) => is === 'issued')).toHaveLength(50);
    expect(results.filter(({ is }) => is === 'overdrawn')).toEqual(
      Array(50).fill({ is: 'overdrawn', left: 500 }),
    );
    expect(await prisma.offerPool.findMany({ where: { title: pool.title } })).toMatchObject([
      { budgetMinor: 50_500, spentMinor: 50_000, month: new Date('2026-11-01') },
    ]);
    const codes = results.flatMap((result) => (result.is === 'issued' ? [result.coupon.code] : []));
    expect(new Set(codes).size).toBe(50);
    for (const code of codes) expect(code).toMatch(/^LF(-[34679ACDEFGHJKMNPQRTWXY]{4}){4}$/);
  });

  it('gives one coupon for one key', async () => {
    const pool = newPool(50_000);
    const key = newId('act');
    const results = await Promise.all(Array.from({ length: 20 }, () => issue(pool, { key })));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await left(pool)).toBe(49_000);
  });

  it('begins anew each month, and follows the policy when its title or its budget is edited', async () => {
    const pool = newPool(1000);
    await issued(pool);
    expect(await issue(pool)).toEqual({ is: 'overdrawn', left: 0 });
    const december = new Date('2026-12-01T00:00:00Z');
    expect(await left(pool, december)).toBe(1000);
    await issued(pool, { at: december });
    const raised = { ...pool, title: 'Another title', budget: 2500 };
    expect(await left(raised)).toBe(1500);
    await issued(raised);
    expect(await left(raised)).toBe(500);
    const lowered = { ...raised, budget: 500 };
    expect(await issue(lowered)).toEqual({ is: 'overdrawn', left: 0 });
    expect(await prisma.offerPool.count({ where: { id: { startsWith: `pol_${pool.id}_` } } })).toBe(2);
  });
});

describe('a coupon', () => {
  it('is redeemed once, of twenty at once', async () => {
    const { code } = await issued(newPool(5000));
    const results = await Promise.all(Array.from({ length: 20 }, () => redeem(code)));
    expect(results.filter(({ is }) => is === 'done')).toHaveLength(1);
    expect(results.filter(({ is }) => is === 'refused')).toEqual(
      Array(19).fill({ is: 'refused', state: 'redeemed' }),
    );
  });

  it('is good until the end of its last day, for whom it was made for, however it is typed', async () => {
    const pool = newPool(50_000);
    const { code } = await issued(pool);
    expect(await redeem(code, new Date('2026-12-22T00:00:00Z'))).toEqual({ is: 'refused', state: 'expired' });
    expect(await redeem(code, NOW, other.id)).toEqual({ is: 'unknown' });
    expect(await redeem('LF-nothing')).toEqual({ is: 'unknown' });
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect(await redeem(typed, new Date('2026-12-21T23:59:59Z'))).toMatchObject({ is: 'done' });
    expect(readCouponCode(code.slice(3))).toBe(code);
  });

  it('that is cancelled gives its worth back once and cannot be redeemed', async () => {
    const pool = newPool(5000);
    const coupon = await issued(pool);
    expect(await cancel(coupon.id, other.id)).toEqual({ is: 'unknown' });
    const results = await Promise.all(Array.from({ length: 5 }, () => cancel(coupon.id)));
    expect(results.map(({ is }) => is)).toEqual(Array(5).fill('done'));
    expect(await left(pool)).toBe(5000);
    expect(await redeem(coupon.code)).toEqual({ is: 'refused', state: 'cancelled' });
  });

  it('is either redeemed or cancelled when both are tried at once', async () => {
    const pool = newPool(100_000);
    for (let round = 0; round < 10; round++) {
      const coupon = await issued(pool);
      const [used, gone] = await Promise.all([redeem(coupon.code), cancel(coupon.id)]);
      expect([used.is, gone.is].sort()).toEqual(['done', 'refused']);
    }
    const open = await prisma.coupon.count({
      where: { cancelledAt: null, poolId: `pol_${pool.id}_2026-11` },
    });
    expect(await left(pool)).toBe(100_000 - open * 1000);
  });
});

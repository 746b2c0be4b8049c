import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/db/testing';
import { houseCustomer, NOW, POOLS } from '../testing/house-customer';
import { issueCoupon } from './issue-coupon';

const { prisma } = await testDatabase();
const customer = await houseCustomer(prisma);
const { id, look, run, undoing, refused, ask } = customer;
const params = { amount: 20, what: 'a mesh point', pool: 'retention' };
const [goodwill] = POOLS;

describe('issuing a coupon', () => {
  it('says what it is worth and until when', async () => {
    expect(await look(issueCoupon, params)).toEqual({
      is: 'possible',
      effect: {
        sentence: 'Issue a coupon of $20.00 for “a mesh point”, to be used once until Dec 21, 2026',
        changes: [{ what: 'Coupon', before: 'None', after: '$20.00 until Dec 21, 2026' }],
        amount: { minor: 2000, currency: 'USD' },
      },
      facts: { amount: 20, kind: 'retention' },
    });
  });

  it('makes one by key, and tells its code', async () => {
    const key = newId('act');
    const [first, again] = [await run(issueCoupon, params, key), await run(issueCoupon, params, key)];
    expect(again).toEqual(first);
    const { code } = await prisma.coupon.findUniqueOrThrow({ where: { actionId: key } });
    expect(first).toMatchObject({
      outcome: { sentence: `Coupon ${code}: $20.00 for “a mesh point”, until Dec 21, 2026`, reference: code },
    });
  });

  it('is impossible from a pool that is empty or that there is not', async () => {
    const wanted = { ...params, pool: 'goodwill', amount: 60 };
    expect(await run(issueCoupon, wanted)).toMatchObject({ is: 'done' });
    const problems = [{ path: 'amount', message: 'Only $40.00 is left in Goodwill this month' }];
    expect(await look(issueCoupon, wanted)).toEqual({ is: 'impossible', problems });
    expect(await run(issueCoupon, wanted)).toEqual({ is: 'impossible', problems });
    expect(await look(issueCoupon, { ...params, pool: 'petty-cash' })).toEqual({
      is: 'impossible',
      problems: [{ path: 'pool', message: 'One of goodwill, retention' }],
    });
  });
});

describe('taking a coupon back', () => {
  it('cancels it and gives its worth back', async () => {
    const left = () => ask(({ coupons }) => coupons.left(goodwill ?? { id: '', title: '', budget: 0 }, NOW));
    const before = await left();
    const { look: see, run: undo } = await undoing(
      issueCoupon,
      await run(issueCoupon, { ...params, pool: 'goodwill', amount: 5 }),
    );
    expect(await left()).toBe(before - 500);
    expect(await see()).toMatchObject({
      effect: { sentence: 'Cancel the coupon of $5.00 for “a mesh point”: it cannot be redeemed any more' },
    });
    const first = await undo();
    expect(first).toMatchObject({ is: 'done' });
    expect(await undo()).toEqual(first);
    expect(await left()).toBe(before);
    expect(await see()).toMatchObject({ problems: [{ message: 'The coupon was cancelled already' }] });
  });

  it('is impossible once it was redeemed or has expired', async () => {
    const ran = await run(issueCoupon, params);
    const { look: see, run: undo } = await undoing(issueCoupon, ran);
    expect(await see(new Date('2026-12-22T00:00:00Z'))).toMatchObject({
      problems: [{ message: 'The coupon has expired' }],
    });
    const code = ran.is === 'done' ? (ran.outcome.reference ?? '') : '';
    await ask(({ coupons }) => coupons.redeem(id, code, NOW));
    const redeemed = {
      is: 'impossible',
      problems: [{ path: 'coupon', message: 'The coupon was redeemed already' }],
    };
    expect([await see(), await undo()]).toEqual([redeemed, redeemed]);
  });
});

it('proposes a pool only where there is no choice', async () => {
  const said = { intent: '', amounts: [], named: [], services: [] };
  const target = await customer.target();
  expect(issueCoupon.propose(target, said)).toEqual({});
  expect(issueCoupon.propose({ ...target, pools: POOLS.slice(0, 1) }, said)).toEqual({ pool: 'goodwill' });
});

it.each([
  [{ amount: 0 }, 'amount: Must be more than $0.00'],
  [{ currency: 'GBP' }, 'currency: Only US dollars (USD)'],
  [{ days: 0 }, 'days: At least one day'],
  [{ days: 366 }, 'days: At most 365 days'],
  [{ what: '' }, 'what: Say what it is good for'],
  [{ pool: '' }, 'pool: Choose what it is paid from'],
])('refuses %j', (wrong, says) => {
  expect(refused(issueCoupon, { ...params, ...wrong })).toEqual([says]);
});

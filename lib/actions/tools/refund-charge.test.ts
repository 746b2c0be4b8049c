import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/db/testing';
import { houseCustomer } from '../testing/house-customer';
import { refundCharge } from './refund-charge';

const { prisma } = await testDatabase();

let bill = 100_000;
const customer = async (
  status: 'paid' | 'disputed' = 'paid',
  method: 'card' | 'wallet' | null = 'card',
  times = 1,
) => {
  const who = await houseCustomer(prisma, {
    invoices: [
      {
        number: `INV-2026-${bill++}`,
        days_ago: 9,
        status,
        charges: [
          { label: 'Fiber 500', amount: 60 },
          { label: 'Late change of a visit', amount: 25 },
        ],
      },
    ],
    payments:
      method === null
        ? []
        : Array.from({ length: times }, () => ({
            days_ago: 3,
            amount: 85,
            method,
            status: 'posted' as const,
          })),
  });
  const [invoice] = (await who.account()).invoices;
  const charge = invoice?.charges.find(({ amount }) => amount.minor === 2500)?.id ?? '';
  return {
    ...who,
    number: invoice?.number,
    charge,
    params: { charge, amount: 25, reason: 'Never happened' },
  };
};

describe('looking at a refund', () => {
  it('says where it goes and what is left of the charge', async () => {
    const { look, params, number } = await customer();
    expect(await look(refundCharge, { ...params, amount: 10.5 })).toEqual({
      is: 'possible',
      effect: {
        sentence: `Give $10.50 for “Late change of a visit” of bill ${number} back to the card it was paid with, in 3 to 5 business days: $25.00 becomes $14.50`,
        changes: [{ what: 'Late change of a visit', before: '$25.00', after: '$14.50' }],
        amount: { minor: 1050, currency: 'USD' },
      },
      facts: { status: 'paid', kind: 'Late change of a visit', amount: 25, age_days: 9 },
    });
  });

  it.each([
    ['wallet', 'the wallet app it was paid with'],
    [null, 'the customer by check, in 14 days'],
  ] as const)('of a bill paid by %s sends it to %s', async (method, to) => {
    const { look, params } = await customer('paid', method);
    expect(await look(refundCharge, params)).toMatchObject({
      effect: { sentence: expect.stringContaining(`back to ${to}: $25.00 becomes $0.00`) },
    });
  });

  it('refuses a cent too much, an unpaid bill and what is not theirs, each by its parameter', async () => {
    const { look, params } = await customer();
    expect(await look(refundCharge, { ...params, amount: 25.01 })).toEqual({
      is: 'impossible',
      problems: [{ path: 'amount', message: '$25.00 of this charge can be given back at most' }],
    });
    const disputed = await customer('disputed');
    expect(await disputed.look(refundCharge, disputed.params)).toMatchObject({
      problems: [{ path: 'charge', message: expect.stringContaining('apply a credit instead') }],
    });
    for (const charge of [disputed.charge, 'chg_nothing'])
      expect(await look(refundCharge, { ...params, charge })).toEqual({
        is: 'impossible',
        problems: [{ path: 'charge', message: 'There is no such charge on this account' }],
      });
  });
});

describe('refunding', () => {
  it('is one payment below zero by key, and what comes too late changes nothing', async () => {
    const { id, run, params, account } = await customer();
    const key = newId('act');
    const [first, again] = [await run(refundCharge, params, key), await run(refundCharge, params, key)];
    expect(again).toEqual(first);
    expect(first).toMatchObject({
      outcome: {
        sentence: '$25.00 goes back to the card it was paid with, in 3 to 5 business days',
        undo: null,
      },
    });
    expect(await run(refundCharge, params)).toEqual({
      is: 'impossible',
      problems: [{ path: 'amount', message: 'Nothing of this charge is left to give back' }],
    });
    expect(await prisma.payment.count({ where: { customerId: id, amountMinor: -2500 } })).toBe(1);
    const charges = (await account()).invoices[0]?.charges.map(({ refunded }) => refunded.minor);
    expect(charges?.toSorted()).toEqual([0, 2500]);
  });

  it('cannot be taken back', () => {
    expect(refundCharge.reversal).toBeNull();
  });
});

it('is proposed for a charge of an amount that was spoken of, on a paid bill only', async () => {
  const [paid, disputed] = [await customer(), await customer('disputed')];
  const said = { intent: 'billing.dispute-charge', amounts: [1, 2500], named: [], services: [] };
  expect(refundCharge.propose(await paid.target(), said)).toEqual({ charge: paid.charge, amount: 25 });
  expect(refundCharge.propose(await disputed.target(), said)).toEqual({});
  expect(refundCharge.propose(await paid.target(), { ...said, amounts: [] })).toEqual({});
});

it('is proposed for the second payment of a bill where it is about that, and gives it back', async () => {
  const { target, look, run, params } = await customer('paid', 'card', 2);
  const said = { intent: 'billing.duplicate-charge', amounts: [], named: [], services: [] };
  const proposed = refundCharge.propose(await target(), said);
  expect(proposed).toMatchObject({ amount: 85, reason: 'Paid twice' });
  expect(await look(refundCharge, proposed)).toMatchObject({
    effect: {
      sentence: expect.stringMatching(/^Give \$85\.00 for “Second payment” of bill INV-.* becomes \$0\.00$/),
    },
    facts: { age_days: 9 },
  });
  expect(await run(refundCharge, proposed)).toMatchObject({ is: 'done' });
  const about = { ...said, intent: 'billing.fees-question', amounts: [2500] };
  expect(refundCharge.propose(await target(), about)).toMatchObject({ charge: params.charge });
});

import { describe, expect, it } from 'vitest';
import { houseCustomer, NOW, PRICING } from '@/lib/actions/testing/house-customer';
import { DAY } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/db/testing';

const { prisma } = await testDatabase();

const CHARGES = [
  { label: 'Fiber 500', amount: 60 },
  { label: 'TV Plus', amount: 60 },
  { label: 'Fiber and TV bundle', amount: -10 },
];
const BUNDLE = {
  services: [
    { kind: 'fiber', plan: 'Fiber 500' as const },
    { kind: 'tv', plan: 'TV Plus' as const },
  ],
};
let bill = 100_000;
const invoice = (days_ago: number, status: 'due' | 'paid' | 'overdue' | 'disputed', charges = CHARGES) => ({
  number: `INV-2026-${bill++}`,
  days_ago,
  status,
  charges,
});
const paid = (days_ago: number, amount: number, method: 'card' | 'bank' = 'card') => ({
  days_ago,
  amount,
  method,
  status: 'posted' as const,
});

describe('where an account stands', () => {
  it('is what is due and overdue and not billed yet, less this month of each credit; disputes apart', async () => {
    const { id, ask } = await houseCustomer(prisma, {
      ...BUNDLE,
      invoices: [invoice(9, 'due'), invoice(39, 'overdue'), invoice(69, 'disputed')],
    });
    const standing = await ask(async ({ billing }) => {
      const credit = { customerId: id, kind: 'goodwill', reason: 'test', at: NOW };
      await billing.credit({ ...credit, amount: 1200, months: 1 }, newId('act'));
      await billing.credit({ ...credit, amount: 1000, months: 12 }, newId('act'));
      await billing.addLines(id, [{ label: 'Late change of a visit', amount: 2500 }], NOW, newId('act'));
      return billing.standing(id, PRICING);
    });
    expect(standing).toEqual({
      due: 11_000,
      overdue: 11_000,
      disputed: 11_000,
      unbilled: 2500,
      creditNext: 2200,
      creditLater: 11_000,
      balance: 11_000 + 11_000 + 2500 - 2200,
      nextBill: 11_000 + 2500 - 2200,
    });
  });

  it('has every bill since a credit take a month of it, until there is none', async () => {
    const { id, ask } = await houseCustomer(prisma, {
      ...BUNDLE,
      invoices: [invoice(9, 'paid'), invoice(39, 'paid')],
    });
    const used = await ask(async ({ billing }) => {
      const give = async (daysAgo: number, months: number) => {
        const at = new Date(NOW.getTime() - daysAgo * DAY);
        const credit = { customerId: id, kind: 'loyalty', amount: 500, months, reason: 'test', at };
        return (await billing.credit(credit, newId('act'))).monthsUsed;
      };
      return [await give(9, 3), await give(10, 3), await give(40, 3), await give(40, 1)];
    });
    expect(used).toEqual([0, 1, 2, 1]);
    expect(await ask(({ billing }) => billing.standing(id, PRICING))).toMatchObject({
      creditNext: 1500,
      creditLater: 1000 + 500,
    });
  });

  it('gives one credit for one key, however many ask for it at once', async () => {
    const { id, ask } = await houseCustomer(prisma, BUNDLE);
    const key = newId('act');
    const credits = await Promise.all(
      Array.from({ length: 20 }, () =>
        ask(({ billing }) =>
          billing.credit(
            { customerId: id, kind: 'goodwill', amount: 1200, months: 1, reason: 'x', at: NOW },
            key,
          ),
        ),
      ),
    );
    expect(new Set(credits.map((credit) => credit.id)).size).toBe(1);
    expect(await prisma.credit.count({ where: { customerId: id } })).toBe(1);
  });

  it('adds the lines of a key once and takes them off once', async () => {
    const { id, ask } = await houseCustomer(prisma, BUNDLE);
    const key = newId('act');
    const lines = [
      { label: 'TV Plus, 10 days', amount: 2000 },
      { label: 'TV Essentials, 10 days back', amount: -1167 },
    ];
    await Promise.all(
      Array.from({ length: 10 }, () => ask(({ billing }) => billing.addLines(id, lines, NOW, key))),
    );
    expect((await ask(({ billing }) => billing.standing(id, PRICING))).unbilled).toBe(833);
    const other = await houseCustomer(prisma);
    expect(await ask(({ billing }) => billing.reverseLines(other.id, key, NOW))).toBe(0);
    expect(await ask(({ billing }) => billing.reverseLines(id, key, NOW))).toBe(833);
    expect(await ask(({ billing }) => billing.reverseLines(id, key, NOW))).toBe(833);
    expect((await ask(({ billing }) => billing.standing(id, PRICING))).unbilled).toBe(0);
  });
});

describe('refunds', () => {
  const customer = async (file: Parameters<typeof houseCustomer>[1] = {}) => {
    const who = await houseCustomer(prisma, { ...BUNDLE, invoices: [invoice(9, 'paid')], ...file });
    const charges = (await who.account()).invoices[0]?.charges ?? [];
    const [fiber, tv] = charges.filter(({ amount }) => amount.minor > 0).map((charge) => charge.id);
    const refund = (chargeId = '', amount = 2000, key = newId('act')) =>
      who.ask(({ billing }) => billing.refund({ customerId: who.id, chargeId, amount, at: NOW }, key));
    return { ...who, fiber, tv, refund };
  };
  const backTo = (customerId: string) =>
    prisma.payment.findMany({ where: { customerId, amountMinor: { lt: 0 } } });

  it('of ten at once give no more back than the charge', async () => {
    const { id, fiber, refund } = await customer({ payments: [paid(3, 110, 'bank')] });
    const results = await Promise.all(Array.from({ length: 10 }, () => refund(fiber)));
    expect(results.filter(({ is }) => is === 'refunded')).toHaveLength(3);
    expect(results.filter(({ is }) => is === 'too-much')).toEqual(Array(7).fill({ is: 'too-much', left: 0 }));
    expect(
      (await backTo(id)).map(({ amountMinor, method, chargeId }) => [amountMinor, method, chargeId]),
    ).toEqual(Array(3).fill([-2000, 'bank', fiber]));
    expect((await prisma.charge.findUniqueOrThrow({ where: { id: fiber ?? '' } })).refundedMinor).toBe(6000);
  });

  it('give no more back than was paid for the bill, two charges at once', async () => {
    const { fiber, tv, refund } = await customer();
    const results = await Promise.all([refund(fiber, 6000), refund(tv, 6000)]);
    expect(results.map(({ is }) => is).sort()).toEqual(['refunded', 'too-much']);
    expect(results.find(({ is }) => is === 'too-much')).toEqual({ is: 'too-much', left: 5000 });
  });

  it('happen once by key', async () => {
    const { id, fiber, refund } = await customer({ payments: [paid(3, 110)] });
    const key = newId('act');
    const results = await Promise.all(Array.from({ length: 8 }, () => refund(fiber, 6000, key)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]).toMatchObject({ is: 'refunded', method: 'card', amount: 6000 });
    expect(await backTo(id)).toHaveLength(1);
  });

  it('are not made of a bill that nobody paid, nor of what belongs to somebody else', async () => {
    const unpaid = await customer({ invoices: [invoice(9, 'due')] });
    expect(await unpaid.refund(unpaid.fiber)).toEqual({ is: 'unpaid' });
    const other = await customer();
    expect(await unpaid.refund(other.fiber)).toEqual({ is: 'unknown' });
    expect(await unpaid.ask(({ billing }) => billing.findCharge(unpaid.id, other.fiber ?? ''))).toBeNull();
    expect(await backTo(unpaid.id)).toEqual([]);
  });

  it('of a bill that was paid twice give one payment back, once', async () => {
    const twice = { payments: [paid(3, 110, 'bank'), paid(2, 110, 'card')] };
    const { id, fiber, refund, ask, account } = await customer(twice);
    const [second, first] = (await account()).payments.map((payment) => payment.id);
    expect(await ask(({ billing }) => billing.findCharge(id, second ?? ''))).toMatchObject({
      label: 'Second payment',
      amount: 11_000,
      left: 11_000,
      method: 'card',
    });
    expect(await refund(first, 11_000)).toEqual({ is: 'unknown' });
    const results = await Promise.all(Array.from({ length: 5 }, () => refund(second, 11_000)));
    expect(results.map(({ is }) => is).sort()).toEqual([
      'refunded',
      'too-much',
      'too-much',
      'too-much',
      'too-much',
    ]);
    expect((await backTo(id)).map(({ amountMinor, method }) => [amountMinor, method])).toEqual([
      [-11_000, 'card'],
    ]);
    // What the first payment was for can still be given back on its own account.
    expect(await refund(fiber, 6000)).toMatchObject({ is: 'refunded', method: 'bank' });
    const other = await customer();
    expect(await other.refund(second, 1)).toEqual({ is: 'unknown' });
  });
});

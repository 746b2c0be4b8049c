import { describe, expect, it } from 'vitest';
import { houseCustomer, NOW, PRICING } from '@/lib/actions/testing/house-customer';
import { cancelService } from '@/lib/actions/tools/cancel-service';
import { changePlan } from '@/lib/actions/tools/change-plan';
import { DAY } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/db/testing';

const { prisma } = await testDatabase();
const later = (days: number): Date => new Date(NOW.getTime() + days * DAY);

const withLine = async (amount: number) => {
  const who = await houseCustomer(prisma);
  const key = newId('act');
  await who.ask(({ billing }) =>
    billing.addLines(who.id, [{ label: 'Late change of a visit', amount }], NOW, key),
  );
  const unbilled = () => who.ask(async ({ billing }) => (await billing.standing(who.id, PRICING)).unbilled);
  const bill = (days: number) =>
    prisma.invoice.create({
      data: {
        id: newId('inv'),
        customerId: who.id,
        number: newId('inv'),
        issued: later(days),
        due: later(days + 21),
        status: 'due',
        totalMinor: 6000 + amount,
      },
    });
  const takeBack = (days: number) => who.ask(({ billing }) => billing.reverseLines(who.id, key, later(days)));
  return { unbilled, bill, takeBack };
};

describe('a line of the next bill', () => {
  it('waits for the next bill and no longer', async () => {
    const { unbilled, bill } = await withLine(2500);
    expect(await unbilled()).toBe(2500);
    await bill(0);
    expect(await unbilled()).toBe(2500);
    await bill(1);
    expect(await unbilled()).toBe(0);
  });

  it('is off when it is taken back before the bill', async () => {
    const { unbilled, takeBack } = await withLine(2500);
    expect(await takeBack(0)).toBe(2500);
    expect(await unbilled()).toBe(0);
  });

  it.each([2500, -1800])(
    'of %i cents comes back on the bill after, once, when it is taken back',
    async (amount) => {
      const { unbilled, bill, takeBack } = await withLine(amount);
      await bill(1);
      expect(await takeBack(2)).toBe(amount);
      expect(await unbilled()).toBe(-amount);
      await takeBack(2);
      expect(await unbilled()).toBe(-amount);
      await bill(3);
      expect(await unbilled()).toBe(0);
    },
  );
});

describe('what services save together', () => {
  const both = [
    { kind: 'fiber', plan: 'Fiber 300' as const },
    { kind: 'tv', plan: 'TV Plus' as const },
  ];
  const nextBillOf = async (who: Awaited<ReturnType<typeof houseCustomer>>) =>
    who.ask(async ({ billing }) => (await billing.standing(who.id, PRICING)).nextBill);

  it('is on the next bill from the day the second is added, as the preview says', async () => {
    const who = await houseCustomer(prisma, { services: both.slice(0, 1) });
    const wish = { service: null, plan: 'TV Plus' };
    const looked = await who.look(changePlan, wish);
    await who.run(changePlan, wish);
    const cents = await nextBillOf(who);
    expect(looked).toMatchObject({
      effect: {
        changes: expect.arrayContaining([
          expect.objectContaining({ what: 'Next bill', after: `$${(cents / 100).toFixed(2)}` }),
        ]) as unknown,
      },
    });
  });

  it('ends with one of them, whatever the newest bill had', async () => {
    const who = await houseCustomer(prisma, {
      services: both,
      invoices: [
        {
          number: 'INV-2026-310001',
          days_ago: 9,
          status: 'paid',
          charges: [
            { label: 'Fiber 300', amount: 45 },
            { label: 'TV Plus', amount: 60 },
            { label: 'Fiber and TV bundle', amount: -10 },
          ],
        },
      ],
    });
    expect(await nextBillOf(who)).toBe(4500 + 6000 - 1000);
    const tv = (await who.account()).services.find(({ kind }) => kind === 'tv');
    await who.run(cancelService, { service: tv?.id });
    expect(await nextBillOf(who)).toBe(4500);
  });
});

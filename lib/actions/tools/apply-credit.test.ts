import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/db/testing';
import { houseCustomer, NOW, PRICING } from '../testing/house-customer';
import { applyCredit } from './apply-credit';

const { prisma } = await testDatabase();

let bill = 100_000;
const customer = () =>
  houseCustomer(prisma, {
    services: [
      { kind: 'fiber', plan: 'Fiber 500' },
      { kind: 'tv', plan: 'TV Plus' },
    ],
    invoices: [
      {
        number: `INV-2026-${bill++}`,
        days_ago: 9,
        status: 'paid',
        charges: [
          { label: 'Fiber 500', amount: 60 },
          { label: 'TV Plus', amount: 60 },
          { label: 'Fiber and TV bundle', amount: -10 },
          { label: 'Late fee', amount: 8 },
        ],
      },
    ],
    credits: [{ kind: 'outage', days_ago: 60, amount: 4 }],
  });
const params = { amount: 12, reason: 'Late technician' };

describe('looking at a credit', () => {
  it('says in one sentence what the next bill becomes', async () => {
    const { look } = await customer();
    expect(await look(applyCredit, params)).toEqual({
      is: 'possible',
      effect: {
        sentence: 'Take $12.00 off the next bill: $110.00 becomes $98.00',
        changes: [{ what: 'Next bill', before: '$110.00', after: '$98.00' }],
        amount: { minor: 1200, currency: 'USD' },
      },
      facts: { kind: 'goodwill', months: 1, amount: 12, same_kind_12_months: 0 },
    });
  });

  it('over months counts all of them as given', async () => {
    const { look } = await customer();
    expect(await look(applyCredit, { ...params, amount: 10, months: 12, kind: 'outage' })).toMatchObject({
      effect: {
        sentence:
          'Take $10.00 off each of the next 12 bills, $120.00 in all: the next one goes from $110.00 to $100.00',
        amount: { minor: 12_000 },
      },
      facts: { amount: 120, same_kind_12_months: 1 },
    });
  });
});

describe('giving a credit', () => {
  it('changes what is owed once, whatever is retried', async () => {
    const { id, run, ask, account } = await customer();
    const key = newId('act');
    const [first, again] = [await run(applyCredit, params, key), await run(applyCredit, params, key)];
    expect(again).toEqual(first);
    expect(first).toMatchObject({ is: 'done', outcome: { sentence: '$12.00 comes off the next bill' } });
    expect(await ask(({ billing }) => billing.standing(id, PRICING))).toMatchObject({
      balance: -1200,
      nextBill: 9800,
    });
    expect((await account()).credits).toMatchObject([{ kind: 'goodwill', amount: { minor: 1200 } }, {}]);
  });

  it('can be taken back, and that can be retried too', async () => {
    const { id, run, undoing, ask } = await customer();
    const { look, run: undo } = await undoing(applyCredit, await run(applyCredit, params));
    expect(await look()).toMatchObject({
      effect: {
        sentence: 'Take back the credit of $12.00: the next bill goes from $98.00 to $110.00',
        amount: { minor: 0 },
      },
    });
    const first = await undo();
    expect(first).toMatchObject({ is: 'done', outcome: { undo: null } });
    expect(await undo()).toEqual(first);
    expect(await ask(({ billing }) => billing.standing(id, PRICING))).toMatchObject({
      balance: 0,
      nextBill: 11_000,
    });
    expect(await look()).toMatchObject({ problems: [{ message: 'This credit was taken back already' }] });
  });

  it('cannot be taken back once a bill has it', async () => {
    const { id, run, undoing } = await customer();
    const { look } = await undoing(applyCredit, await run(applyCredit, params));
    const day = new Date(NOW.getTime() + 86_400_000);
    const next = { number: `INV-2026-${bill++}`, issued: day, due: day, status: 'due', totalMinor: 9800 };
    await prisma.invoice.create({ data: { id: newId('inv'), customerId: id, ...next } });
    expect(await look()).toMatchObject({
      problems: [{ message: 'This credit is on a bill already: nothing of it is left to take back' }],
    });
  });
});

it('is proposed by what it is about and what was said', async () => {
  const target = await (await customer()).target();
  const propose = (intent: string, ...amounts: number[]) =>
    applyCredit.propose(target, { intent, amounts, named: [], services: [] });
  expect(propose('billing.fees-question', 2500)).toEqual({
    amount: 8,
    kind: 'fee',
    reason: 'Late fee waived',
  });
  expect(propose('technical.internet-down')).toMatchObject({ amount: 2, kind: 'outage' });
  expect(propose('general.complaint', 0, 1500)).toMatchObject({ amount: 15, kind: 'goodwill' });
  expect(propose('general.complaint')).toEqual({ kind: 'goodwill', reason: 'Goodwill' });
});

it.each([
  [{ amount: -5 }, 'amount: Must be more than $0.00'],
  [{ amount: 0 }, 'amount: Must be more than $0.00'],
  [{ amount: 12.345 }, 'amount: Cents are the smallest: two decimals at most'],
  [{ currency: 'EUR' }, 'currency: Only US dollars (USD)'],
  [{ months: 1.5 }, 'months: Write a whole number of months'],
  [{ months: 25 }, 'months: At most 24 months'],
  [{ reason: '  ' }, 'reason: Say what it is for'],
  [{ kind: 'bribe' }, 'kind: One of goodwill, loyalty, outage, delay, fee, missed-visit'],
  [{ to: 'me' }, ': Unrecognized key: "to"'],
])('refuses %j', async (wrong, says) => {
  const { refused } = await customer();
  expect(refused(applyCredit, { ...params, ...wrong })).toEqual([says]);
});

import { expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing';
import { houseCustomer } from '../testing/house-customer';
import { applyCredit } from './apply-credit';
import { readAccount } from './read-account';
import { readBill } from './read-bill';
import { refundCharge } from './refund-charge';

const { prisma } = await testDatabase();
const charge = (label: string, amount: number) => ({ label, amount });
const customer = await houseCustomer(prisma, {
  invoices: [
    {
      number: 'INV-2026-118204',
      days_ago: 9,
      status: 'overdue',
      charges: [charge('Fiber 500', 60), charge('Late fee', 8)],
    },
    { number: 'INV-2026-118100', days_ago: 39, status: 'disputed', charges: [charge('Fiber 500', 60)] },
    {
      number: 'INV-2026-118000',
      days_ago: 69,
      status: 'paid',
      charges: [charge('Fiber 500', 60), charge('Late fee', 8)],
    },
  ],
});
const { read, run, account } = customer;

it('an account says what is owed, what is late, what is disputed and what comes next', async () => {
  await run(applyCredit, { amount: 5, months: 3, reason: 'Late technician' });
  expect(await read(readAccount, {})).toMatchObject({
    is: 'found',
    sentence:
      '$63.00 is owed, $68.00 of it overdue, $60.00 in dispute besides. The next bill comes to $55.00.',
    rows: expect.arrayContaining([
      { label: 'Fiber 500', value: '$60.00 a month' },
      { label: 'Balance', value: '$63.00' },
      { label: 'Overdue', value: '$68.00' },
      { label: 'In dispute', value: '$60.00' },
      { label: 'Credit on the next bill', value: '-$5.00' },
      { label: 'Credit on later bills', value: '-$10.00' },
      { label: 'Next bill', value: '$55.00' },
    ]),
  });
});

it('an account with money here says so', async () => {
  const { read: readOf, run: runOf } = await houseCustomer(prisma);
  expect(await readOf(readAccount, {})).toMatchObject({
    sentence: 'Nothing is owed. The next bill comes to $60.00.',
  });
  await runOf(applyCredit, { amount: 70, reason: 'Late technician' });
  expect(await readOf(readAccount, {})).toMatchObject({
    sentence: "$70.00 in the customer's favour. The next bill comes to $0.00 with $10.00 left over.",
  });
});

it('a bill is read by its number, and the newest without one', async () => {
  const newest = await read(readBill, {});
  expect(newest).toMatchObject({
    is: 'found',
    sentence: 'Bill INV-2026-118204 of Nov 12, 2026 comes to $68.00, due Dec 3, 2026: overdue',
  });
  const rows = newest.is === 'found' ? newest.rows.map(({ label, value }) => `${label} ${value}`) : [];
  expect(rows.toSorted()).toEqual(['Fiber 500 $60.00', 'Late fee $8.00', 'Total $68.00']);
  expect(rows.at(-1)).toBe('Total $68.00');
  expect(await read(readBill, { invoice: 'inv-2026-118204' })).toEqual(newest);
});

it('a bill shows what of it was given back', async () => {
  const fee = (await account()).invoices.at(-1)?.charges.find(({ label }) => label === 'Late fee')?.id;
  await run(refundCharge, { charge: fee, amount: 3, reason: 'Half of it' });
  expect(await read(readBill, { invoice: 'INV-2026-118000' })).toMatchObject({
    rows: expect.arrayContaining([{ label: 'Late fee', value: '$8.00, $3.00 given back' }]),
  });
});

it('the bill of another customer does not exist, nor one before the first', async () => {
  const other = await houseCustomer(prisma);
  const none = (message: string) => ({ is: 'impossible', problems: [{ path: 'invoice', message }] });
  expect(await other.read(readBill, { invoice: 'INV-2026-118204' })).toEqual(
    none('There is no such bill on this account'),
  );
  expect(await other.read(readBill, {})).toEqual(none('There is no bill yet'));
});

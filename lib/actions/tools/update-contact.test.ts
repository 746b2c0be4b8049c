import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/db/testing';
import { houseCustomer } from '../testing/house-customer';
import { updateContact } from './update-contact';

const { prisma } = await testDatabase();

let people = 0;
const customer = async () => {
  people += 1;
  const email = `before-${people}@example.com`;
  const who = await houseCustomer(prisma, {
    name: 'Maya Ortiz',
    email,
    area: 'Fenwick',
    invoices: [
      {
        number: `INV-2026-${100_000 + people}`,
        days_ago: 9,
        status: 'paid',
        charges: [{ label: 'Fiber 500', amount: 60 }],
      },
    ],
  });
  const { accountNumber } = (await who.account()).customer;
  const params = {
    kind: 'email',
    value: `After-${people}@Example.com`,
    fullName: 'maya ortiz',
    accountNumber: accountNumber ?? '',
    lastBill: 60,
    zip: '00421',
  };
  return { ...who, email, accountNumber: accountNumber ?? '', params };
};

describe('looking at a change', () => {
  it('says what becomes of the address and how many checks were passed', async () => {
    const { look, params } = await customer();
    expect(await look(updateContact, params)).toEqual({
      is: 'possible',
      effect: {
        sentence: `Change the email address: what is on file becomes after-${people}@example.com`,
        changes: [
          { what: 'Email address', before: 'As it is on file', after: `after-${people}@example.com` },
        ],
        amount: { minor: 0, currency: 'USD' },
      },
      facts: { kind: 'email', name_matches: true, checks_passed: 3 },
    });
    expect(await look(updateContact, { ...params, zip: '', lastBill: null })).toMatchObject({
      facts: { name_matches: true, checks_passed: 1 },
    });
    expect(await look(updateContact, { ...params, fullName: 'Maya', zip: '00411' })).toMatchObject({
      facts: { name_matches: false, checks_passed: 2 },
    });
  });

  it('never names what is on file, to a caller who knows nothing or by what is kept for the way back', async () => {
    const { look, run, undoing, email, accountNumber, params } = await customer();
    const guesses = { ...params, accountNumber: 'LK-1', lastBill: 1, zip: '1', fullName: 'Someone' };
    const looked = await look(updateContact, guesses);
    const ran = await run(updateContact, params);
    const back = await (await undoing(updateContact, ran)).look();
    const told = JSON.stringify([looked, ran, back]);
    for (const secret of [email, accountNumber, 'Maya', '00421', '60.00']) expect(told).not.toContain(secret);
  });

  it('is impossible for what is none, for the same again, and for what another account has', async () => {
    const [one, other] = [await customer(), await customer()];
    const says = async (more: object) => {
      const looked = await one.look(updateContact, { ...one.params, ...more });
      return looked.is === 'impossible' ? looked.problems : [];
    };
    expect(await says({ value: 'nowhere' })).toEqual([
      { path: 'value', message: 'This is no email address' },
    ]);
    expect(await says({ kind: 'phone', value: '12' })).toEqual([
      { path: 'value', message: 'This is no telephone number' },
    ]);
    expect(await says({ value: one.email.toUpperCase() })).toEqual([
      { path: 'value', message: 'Nothing would change' },
    ]);
    const taken = [{ path: 'value', message: 'Another account has this address' }];
    expect(await says({ value: other.email })).toEqual(taken);
    expect(await one.run(updateContact, { ...one.params, value: other.email })).toEqual({
      is: 'impossible',
      problems: taken,
    });
  });
});

describe('changing', () => {
  it('happens once by key, is told to the former address, and can be put back', async () => {
    const { id, run, undoing, account, email, params } = await customer();
    const key = newId('act');
    const [first, again] = [await run(updateContact, params, key), await run(updateContact, params, key)];
    expect(again).toEqual(first);
    expect((await account()).customer.email).toBe(`after-${people}@example.com`);
    expect(await prisma.outgoingMessage.findMany({ where: { customerId: id } })).toMatchObject([
      { address: email, channel: 'email', subject: 'Your contact details were changed' },
    ]);
    const { run: undo } = await undoing(updateContact, first);
    expect(await undo()).toMatchObject({ is: 'done' });
    expect(await undo()).toMatchObject({ is: 'done' });
    expect((await account()).customer.email).toBe(email);
  });

  it('of a telephone number keeps it in its international form', async () => {
    const { run, account, params } = await customer();
    await run(updateContact, { ...params, kind: 'phone', value: '(307) 555-0188' });
    expect((await account()).customer.phone).toBe('+13075550188');
  });
});

it('proposes nothing: who a caller is has to be asked', async () => {
  const { target } = await customer();
  expect(
    updateContact.propose(await target(), { intent: '', amounts: [6000], named: [], services: [] }),
  ).toEqual({});
});

it.each([
  [{ kind: 'fax' }, 'kind: email or phone'],
  [{ value: ' ' }, 'value: Write the new address'],
  [{ fullName: '' }, 'fullName: Ask for the full name'],
  [{ lastBill: -1 }, 'lastBill: Write an amount in dollars, such as 12.50'],
])('refuses %j', async (wrong, says) => {
  const { refused, params } = await customer();
  expect(refused(updateContact, { ...params, ...wrong })).toEqual([says]);
});

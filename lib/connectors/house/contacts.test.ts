import { describe, expect, it } from 'vitest';
import { houseCustomer, NOW } from '@/lib/actions/testing/house-customer';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/db/testing';

const { prisma } = await testDatabase();

const NOTICE = { subject: 'Changed', text: 'Your address was changed.' };
let people = 0;
const address = () => {
  people += 1;
  return `person-${people}@example.com`;
};

const customer = async () => {
  const before = address();
  const who = await houseCustomer(prisma, { email: before });
  const change = (value: string, key = newId('act')) =>
    who.ask(({ contacts }) =>
      contacts.change({ customerId: who.id, kind: 'email', value, notice: NOTICE, at: NOW }, key),
    );
  const putBack = (key: string) => who.ask(({ contacts }) => contacts.putBack(who.id, 'email', key));
  const email = async () => (await who.account()).customer.email;
  return { ...who, before, change, putBack, email };
};

describe('changing an address', () => {
  it('has the account show the new one, and tells the former one of it, once by key', async () => {
    const { id, before, change, email } = await customer();
    const [key, value] = [newId('act'), address()];
    const results = await Promise.all(Array.from({ length: 8 }, () => change(value, key)));
    expect(results).toEqual(Array(8).fill({ is: 'changed' }));
    expect(await email()).toBe(value);
    expect(await prisma.outgoingMessage.findMany({ where: { customerId: id } })).toMatchObject([
      { ...NOTICE, channel: 'email', address: before, state: 'queued', actionId: key },
    ]);
  });

  it('is refused for what another account has, and changes nothing', async () => {
    const [one, other] = [await customer(), await customer()];
    expect(await one.change(other.before)).toEqual({ is: 'taken' });
    expect(await one.email()).toBe(one.before);
    expect(await prisma.contactPoint.count({ where: { customerId: one.id } })).toBe(2);
    expect(await prisma.outgoingMessage.count({ where: { customerId: one.id } })).toBe(0);
  });

  it('gives an address that two want at once to one of them', async () => {
    const wanted = address();
    const [one, other] = [await customer(), await customer()];
    const results = await Promise.all([one.change(wanted), other.change(wanted)]);
    expect(results.map(({ is }) => is).sort()).toEqual(['changed', 'taken']);
    expect(await prisma.contactPoint.count({ where: { kind: 'email', value: wanted } })).toBe(1);
  });

  it('gives an address to who had none, and takes it away again', async () => {
    const { id, change, putBack, email } = await customer();
    await prisma.contactPoint.deleteMany({ where: { customerId: id, kind: 'email' } });
    const key = newId('act');
    expect(await change(address(), key)).toEqual({ is: 'changed' });
    expect(await putBack(key)).toEqual({ is: 'done' });
    expect(await email()).toBeNull();
    expect(await prisma.contactPoint.count({ where: { customerId: id } })).toBe(1);
  });
});

describe('putting an address back', () => {
  it('is done once, and done again when it is asked again', async () => {
    const { id, before, change, putBack, email } = await customer();
    const key = newId('act');
    await change(address(), key);
    expect(await Promise.all([putBack(key), putBack(key), putBack(key)])).toEqual(
      Array(3).fill({ is: 'done' }),
    );
    expect(await email()).toBe(before);
    expect(await prisma.contactPoint.count({ where: { customerId: id } })).toBe(2);
  });

  it('goes backwards: the last change first', async () => {
    const { before, change, putBack, email } = await customer();
    const [first, second, between] = [newId('act'), newId('act'), address()];
    await change(between, first);
    await change(address(), second);
    expect(await putBack(first)).toEqual({ is: 'changed-since' });
    expect(await putBack(second)).toEqual({ is: 'done' });
    expect(await email()).toBe(between);
    expect(await putBack(first)).toEqual({ is: 'done' });
    expect(await email()).toBe(before);
  });

  it('is refused when somebody else has the former address by now', async () => {
    const { before, change, putBack, email } = await customer();
    const [key, value] = [newId('act'), address()];
    await change(value, key);
    const other = await customer();
    expect(await other.change(before)).toEqual({ is: 'changed' });
    expect(await putBack(key)).toEqual({ is: 'taken' });
    expect(await email()).toBe(value);
  });
});

describe('a message', () => {
  it('is queued once by key, to the address on file', async () => {
    const { id, before, ask } = await customer();
    const key = newId('act');
    const send = (channel: 'email' | 'sms') =>
      ask(({ contacts }) => contacts.send({ customerId: id, channel, ...NOTICE, at: NOW }, key));
    expect(await Promise.all([send('email'), send('email'), send('email')])).toEqual([true, true, true]);
    expect(await prisma.outgoingMessage.findMany({ where: { customerId: id } })).toMatchObject([
      { ...NOTICE, address: before, state: 'queued', at: NOW },
    ]);
  });

  it('goes nowhere without an address', async () => {
    const { id, ask } = await customer();
    await prisma.contactPoint.deleteMany({ where: { customerId: id, kind: 'phone' } });
    const message = { customerId: id, channel: 'sms', ...NOTICE, at: NOW } as const;
    expect(await ask(({ contacts }) => contacts.reachable(id, 'sms'))).toBe(false);
    expect(await ask(({ contacts }) => contacts.send(message, newId('act')))).toBe(false);
    expect(await prisma.outgoingMessage.count({ where: { customerId: id } })).toBe(0);
  });
});

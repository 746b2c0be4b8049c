import { describe, expect, it } from 'vitest';
import { houseCustomer, NOW, PRICING } from '@/lib/actions/testing/house-customer';
import { cancelService } from '@/lib/actions/tools/cancel-service';
import { changePlan } from '@/lib/actions/tools/change-plan';
import { checkOutage } from '@/lib/actions/tools/check-outage';
import { restartService } from '@/lib/actions/tools/restart-service';
import { runLineTest } from '@/lib/actions/tools/run-line-test';
import { DAY } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { usd } from '@/lib/core/money';
import { testDatabase } from '@/lib/db/testing';
import { makeIncident } from '@/prisma/seed/builders/knowledge';
import type { CustomerFile } from '@/prisma/seed/files/customer-file';

const { prisma } = await testDatabase();

let bill = 200_000;
/** Fiber 300, billed 9 days ago: 21 of the 30 days from November 12 are left. */
const subscriber = async (file: Partial<CustomerFile> = {}) => {
  const customer = await houseCustomer(prisma, {
    services: [{ kind: 'fiber', plan: 'Fiber 300' }],
    invoices: [
      {
        number: `INV-2026-${bill++}`,
        days_ago: 9,
        status: 'paid',
        charges: [{ label: 'Fiber 300', amount: 45 }],
      },
    ],
    ...file,
  });
  const lines = async () =>
    (
      await prisma.billLine.findMany({ where: { customerId: customer.id }, orderBy: { amountMinor: 'asc' } })
    ).map(({ label, amountMinor, reversedAt }) => ({
      label,
      amount: amountMinor,
      reversed: reversedAt !== null,
    }));
  const services = async () => (await customer.account()).services;
  const service = async () => (await services())[0]?.id ?? '';
  return { ...customer, lines, services, service: await service() };
};
const LOCKED = { price_lock_months_left: 5 };
const NO_SUCH = { problems: [{ path: 'service', message: 'There is no such service on this account' }] };

describe('changing a plan', () => {
  it('charges both plans by day, says what the month and the next bill become, and does it once for a key', async () => {
    const { service, look, run, lines, services } = await subscriber();
    const params = { service, plan: 'Fiber 500' };
    expect(await look(changePlan, params)).toEqual({
      is: 'possible',
      effect: {
        sentence:
          'Change Fiber 300 to Fiber 500 today: services go from $45.00 to $60.00 a month, and the next bill has $10.50 more for 21 days',
        changes: [
          { what: 'Plan', before: 'Fiber 300', after: 'Fiber 500' },
          { what: 'Services a month', before: '$45.00', after: '$60.00' },
          { what: 'Once, for 21 days', before: '$0.00', after: '$10.50' },
          { what: 'Next bill', before: '$45.00', after: '$70.50' },
        ],
        amount: usd(0),
      },
      facts: { status: 'active', kind: 'fiber', amount: 60 },
    });
    const key = newId('act');
    const answers = await Promise.all(Array.from({ length: 8 }, () => run(changePlan, params, key)));
    expect(answers[0]).toMatchObject({ is: 'done', outcome: { sentence: 'Fiber 300 is now Fiber 500' } });
    for (const answer of [...answers, await run(changePlan, params, key)]) expect(answer).toEqual(answers[0]);
    expect(await services()).toMatchObject([{ id: service, plan: 'Fiber 500', price: usd(6000) }]);
    expect(await lines()).toEqual([
      { label: 'Fiber 300 until the change, 21 of 30 days back', amount: -3150, reversed: false },
      { label: 'Fiber 500 from the change, 21 of 30 days', amount: 4200, reversed: false },
    ]);
  });

  it('agrees with the bill it announces', async () => {
    const { id, service, look, run, ask } = await subscriber();
    const looked = await look(changePlan, { service, plan: 'Fiber 1 Gig' });
    const announced = looked.is === 'possible' ? looked.effect.changes.at(-1)?.after : 'nothing';
    await run(changePlan, { service, plan: 'Fiber 1 Gig' });
    const { nextBill } = await ask(({ billing }) => billing.standing(id, PRICING));
    expect(`$${(nextBill / 100).toFixed(2)}`).toBe(announced);
  });

  it('gives back what was paid in advance when going down', async () => {
    const { service, look } = await subscriber({ services: [{ kind: 'fiber', plan: 'Fiber 2 Gig' }] });
    expect(await look(changePlan, { service, plan: 'Fiber 300' })).toMatchObject({
      effect: { amount: usd(7700 - 3150) },
    });
  });

  it('is taken back, plan and lock and lines, unless the plan was changed again', async () => {
    const { service, run, undoing, services, lines, account } = await subscriber();
    const first = await run(changePlan, { service, plan: 'Fiber 500', priceLock: true });
    expect((await account()).customer.priceLockUntil).toBe('2027-11-21');
    const undo = await undoing(changePlan, first);
    expect(await undo.look()).toMatchObject({
      effect: {
        sentence:
          'Go back from Fiber 500 to Fiber 300, end the price lock; the $10.50 that the change cost comes off the next bill',
      },
    });
    expect(await undo.run()).toMatchObject({ is: 'done', outcome: { sentence: 'Fiber 300 is back' } });
    expect(await undo.run()).toMatchObject({ is: 'done' });
    expect(await services()).toMatchObject([{ id: service, plan: 'Fiber 300', price: usd(4500) }]);
    expect((await account()).customer.priceLockUntil).toBeNull();
    expect((await lines()).every(({ reversed }) => reversed)).toBe(true);

    const second = await undoing(changePlan, await run(changePlan, { service, plan: 'Fiber 500' }));
    await run(changePlan, { service, plan: 'Fiber 1 Gig' });
    expect(await second.look()).toMatchObject({ is: 'impossible' });
    expect(await second.run()).toMatchObject({ is: 'impossible' });
    expect(await services()).toMatchObject([{ plan: 'Fiber 1 Gig' }]);
  });

  it('adds a plan once, whoever else adds it at the same time, and takes it off again', async () => {
    const { run, services, undoing, id } = await subscriber();
    const all = await Promise.all(Array.from({ length: 10 }, () => run(changePlan, { plan: 'TV Plus' })));
    const [added, ...others] = all.filter(({ is }) => is === 'done');
    if (!added) throw new RangeError('nobody could add it');
    expect(others).toEqual([]);
    expect((await services()).map(({ plan }) => plan).sort()).toEqual(['Fiber 300', 'TV Plus']);
    const undo = await undoing(changePlan, added);
    expect(await undo.run()).toMatchObject({ outcome: { sentence: 'TV Plus is off again' } });
    expect((await services()).map(({ plan }) => plan)).toEqual(['Fiber 300']);
    expect(await prisma.billLine.count({ where: { customerId: id, reversedAt: null } })).toBe(0);
  });

  it('does nothing where services are not as they were when it was worked out', async () => {
    const { id, ask, lines, services } = await subscriber();
    const change = {
      customerId: id,
      seen: [],
      from: null,
      to: { kind: 'tv' as const, plan: 'TV Plus', price: usd(6000) },
      lockUntil: '2027-11-21',
      lines: [{ label: 'TV Plus', amount: 6000 }],
      on: '2026-11-21',
    };
    const changed = await ask((systems) => systems.services.changePlan(change, newId('act')));
    expect(changed).toEqual({ is: 'changed' });
    expect(await lines()).toEqual([]);
    expect(await services()).toHaveLength(1);
  });
});

describe('restarting a service', () => {
  const stopped = async (status: 'suspended' | 'paused') => {
    const one = await subscriber();
    await prisma.service.update({ where: { id: one.service }, data: { status } });
    return one;
  };

  it('charges the fee once, or says what waiving it gives', async () => {
    const { service, look, run, lines, services } = await stopped('suspended');
    expect(await look(restartService, { service })).toMatchObject({
      effect: { amount: usd(0), sentence: expect.stringContaining('$10.00 goes on the next bill') },
      facts: { status: 'suspended', fee: 10 },
    });
    expect(await look(restartService, { service, waiveFee: true })).toMatchObject({
      effect: { amount: usd(1000) },
    });
    const key = newId('act');
    const [first, again] = await Promise.all([
      run(restartService, { service }, key),
      run(restartService, { service }, key),
    ]);
    expect(first).toMatchObject({ is: 'done' });
    expect(again).toEqual(first);
    expect(await services()).toMatchObject([{ status: 'active' }]);
    expect(await lines()).toEqual([{ label: 'Restore fee, Fiber 300', amount: 1000, reversed: false }]);
    expect(await run(restartService, { service })).toMatchObject({ is: 'impossible' });
  });

  it('costs nothing after a pause', async () => {
    const { service, run, lines } = await stopped('paused');
    expect(await run(restartService, { service })).toMatchObject({ is: 'done' });
    expect(await lines()).toEqual([{ label: 'Fiber 300 restarted', amount: 0, reversed: false }]);
  });
});

describe('cancelling a service', () => {
  it('ends it with the bill period, with the fee of the lock and what goes back', async () => {
    const { service, look, run, lines, services } = await subscriber({
      ...LOCKED,
      devices: [
        { model: 'LF-400 gateway', age_months: 1, status: 'online' },
        { model: 'ON-1 optical terminal', age_months: 1, status: 'online' },
        { model: 'LM-10 mesh point', age_months: 1, status: 'online' },
      ],
    });
    expect(await look(cancelService, { service })).toMatchObject({
      effect: {
        sentence:
          'Cancel Fiber 300: it works until Dec 11, 2026, and $50.00 for ending the price lock 5 months early goes on the next bill; to send back by Jan 1, 2027: LF-400 gateway',
        amount: usd(0),
      },
      facts: { status: 'active', kind: 'fiber', fee: 50, months: 5 },
    });
    expect(await look(cancelService, { service, waiveFee: true })).toMatchObject({
      effect: { amount: usd(5000) },
    });
    const key = newId('act');
    const answers = await Promise.all(Array.from({ length: 5 }, () => run(cancelService, { service }, key)));
    for (const answer of [...answers, await run(cancelService, { service }, key)])
      expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ outcome: { sentence: 'Fiber 300 ends on Dec 11, 2026' } });
    expect(await services()).toMatchObject([{ status: 'active', endsOn: '2026-12-11' }]);
    expect(await lines()).toEqual([
      { label: 'Early end of price lock, 5 months', amount: 5000, reversed: false },
    ]);
    expect(await run(cancelService, { service })).toMatchObject({ is: 'impossible' });
  });

  it('is taken back until it has ended', async () => {
    const { service, run, undoing, services, lines } = await subscriber(LOCKED);
    const undo = await undoing(cancelService, await run(cancelService, { service }));
    expect(await undo.look()).toMatchObject({ is: 'possible' });
    expect(await undo.look(new Date('2026-12-11T23:00:00Z'))).toMatchObject({ is: 'possible' });
    expect(await undo.look(new Date('2026-12-12T00:00:00Z'))).toMatchObject({
      problems: [{ message: 'It has ended: add the plan again instead' }],
    });
    expect(await undo.run()).toMatchObject({ is: 'done' });
    expect(await undo.run()).toMatchObject({ is: 'done' });
    expect(await services()).toMatchObject([{ endsOn: null }]);
    expect((await lines()).map(({ reversed }) => reversed)).toEqual([true]);
  });

  it('that has ended is no part of the account, and said to have ended', async () => {
    const { id, services, look, account } = await subscriber({
      services: [
        { kind: 'fiber', plan: 'Fiber 300' },
        { kind: 'mobile', plan: 'Mobile Lite' },
      ],
    });
    const service = (await services()).find(({ plan }) => plan === 'Fiber 300')?.id ?? '';
    await prisma.service.update({ where: { id: service }, data: { endsOn: new Date(Date.now() - 2 * DAY) } });
    expect((await services()).map(({ plan }) => plan)).toEqual(['Mobile Lite']);
    expect(await look(cancelService, { service }, new Date(Date.now()))).toMatchObject({
      facts: { status: 'ended' },
    });
    await prisma.service.updateMany({ where: { customerId: id }, data: { status: 'ended' } });
    expect((await account()).services.map(({ status }) => status)).toEqual(['ended', 'ended']);
  });
});

describe('the network', () => {
  it('measures a line, keeps the test, and sees no light where the terminal is off', async () => {
    const devices = (status: 'online' | 'offline') => [
      { model: 'ON-1 optical terminal' as const, age_months: 1, status },
      { model: 'LF-400 gateway' as const, age_months: 1, status },
    ];
    const [up, down] = [
      await subscriber({ devices: devices('online') }),
      await subscriber({ devices: devices('offline') }),
    ];
    expect(await up.read(runLineTest, { service: up.service })).toMatchObject({
      sentence: expect.stringContaining('The line is good'),
    });
    expect(await down.read(runLineTest, { service: down.service })).toMatchObject({
      sentence: expect.stringContaining('No light arrives'),
    });
    const verdict = async (serviceId: string) =>
      (await prisma.lineTest.findMany({ where: { serviceId } })).map((test) => test.verdict);
    expect([await verdict(up.service), await verdict(down.service)]).toEqual([['good'], ['no-light']]);
    await prisma.line.update({ where: { serviceId: up.service }, data: { receivedDbm: -29 } });
    expect(await up.read(runLineTest, { service: up.service })).toMatchObject({
      rows: expect.arrayContaining([{ label: 'Light received', value: '-29.0 dBm (-27 to -8 dBm is good)' }]),
    });
    await prisma.device.updateMany({
      where: { customerId: up.id, model: { startsWith: 'ON-' } },
      data: { status: 'offline' },
    });
    expect(await up.read(runLineTest, { service: up.service })).toMatchObject({
      sentence: expect.stringContaining('No light arrives'),
    });
  });

  it('finds the outage of the area and the service, and no other', async () => {
    const { read } = await subscriber({ area: 'Fenwick' });
    await makeIncident(prisma, { now: NOW, number: 'OUT-9001', area: 'Port Ellery' });
    await makeIncident(prisma, { now: NOW, number: 'OUT-9002', area: 'Fenwick', affects: ['tv'] });
    expect(await read(checkOutage, {})).toMatchObject({
      sentence: 'No outage in Fenwick touches this customer',
      rows: [],
    });
    await makeIncident(prisma, { now: NOW, number: 'OUT-9003', area: 'Fenwick' });
    expect(await read(checkOutage, {})).toMatchObject({
      sentence: 'OUT-9003: Fiber cut, expected back Nov 21, 3:00 PM UTC',
    });
  });
});

it("knows nothing of another customer's service", async () => {
  const [mine, other] = await Promise.all([subscriber(), subscriber()]);
  const { service } = other;
  expect(await mine.look(changePlan, { service, plan: 'Fiber 500' })).toMatchObject(NO_SUCH);
  expect(await mine.run(changePlan, { service, plan: 'Fiber 500' })).toMatchObject(NO_SUCH);
  expect(await mine.run(restartService, { service })).toMatchObject(NO_SUCH);
  expect(await mine.run(cancelService, { service })).toMatchObject(NO_SUCH);
  expect(await mine.read(runLineTest, { service })).toMatchObject(NO_SUCH);
  expect(
    await mine.ask(({ services }) =>
      services.keep({ customerId: mine.id, serviceId: service, key: 'act_x', on: '2026-11-21' }),
    ),
  ).toEqual({ is: 'changed' });
  expect(await other.services()).toMatchObject([{ plan: 'Fiber 300', status: 'active', endsOn: null }]);
});

it('refuses parameters that are not its own', async () => {
  const { refused, service } = await subscriber();
  expect(refused(changePlan, { service, plan: '' })).toEqual(['plan: Choose a plan']);
  expect(refused(changePlan, { service, plan: 'Fiber 500', price: 1 })).toHaveLength(1);
  expect(refused(cancelService, { service, waiveFee: 'yes' })).toEqual(['waiveFee: Yes or no']);
  expect(refused(restartService, {})).toEqual(['service: Choose a service']);
});

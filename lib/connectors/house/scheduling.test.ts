import { beforeEach, describe, expect, it } from 'vitest';
import { type HouseCustomer, houseCustomer } from '@/lib/actions/testing/house-customer';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/db/testing';
import { makeTechnician } from '@/prisma/seed/builders/technician';

const { prisma } = await testDatabase();

const SLOT = { day: '2026-11-24', window: '10-12' };
const WANTED = { area: 'Alder Falls', skills: ['wifi'] };
const WORK = { kind: 'wifi', model: null, symptom: null, tripFee: 5900 } as const;

let who: HouseCustomer;
beforeEach(async () => {
  await prisma.visit.deleteMany();
  await prisma.technician.deleteMany();
  who = await houseCustomer(prisma);
});

const book = async (one = who, slot = SLOT, key = newId('act')) => {
  const { pricing } = await one.target();
  return one.ask(({ scheduling }) =>
    scheduling.book(pricing, { customerId: one.id, wanted: WANTED, ...WORK, ...slot }, key),
  );
};
const booked = async (one = who, slot = SLOT) => {
  const answer = await book(one, slot);
  if (answer.is !== 'placed') throw new Error('the slot is full');
  return answer.visit;
};
const move = async (visitId: string, from: typeof SLOT, to: typeof SLOT) => {
  const { pricing } = await who.target();
  return who.ask(({ scheduling }) =>
    scheduling.move(pricing, { customerId: who.id, visitId, from, to, wanted: WANTED }, newId('act')),
  );
};

describe('booking', () => {
  it('gives the last free technician of a window to one of 20 at once, and names the next free slots to the others', async () => {
    await makeTechnician(prisma);
    const customers = await Promise.all(Array.from({ length: 20 }, () => houseCustomer(prisma)));
    const answers = await Promise.all(customers.map((one) => book(one)));
    expect(answers.filter(({ is }) => is === 'placed')).toHaveLength(1);
    for (const answer of answers.filter(({ is }) => is === 'full'))
      expect(answer).toMatchObject({
        next: [
          { day: SLOT.day, window: '12-2' },
          { day: SLOT.day, window: '2-4' },
          { day: SLOT.day, window: '4-6' },
        ],
      });
    expect(await prisma.visit.count()).toBe(1);
  });

  it('gives each of several at once a technician of their own, as long as there are any', async () => {
    for (let i = 0; i < 5; i++) await makeTechnician(prisma);
    const customers = await Promise.all(Array.from({ length: 8 }, () => houseCustomer(prisma)));
    const answers = await Promise.all(customers.map((one) => book(one)));
    expect(answers.filter(({ is }) => is === 'placed')).toHaveLength(5);
    const visits = await prisma.visit.findMany();
    expect(new Set(visits.map(({ technicianId }) => technicianId)).size).toBe(5);
    expect(new Set(visits.map(({ number }) => number)).size).toBe(5);
  });

  it('never gives one technician two visits at once that are too far apart in adjacent windows', async () => {
    await makeTechnician(prisma);
    const fenwick = await houseCustomer(prisma, { area: 'Fenwick' });
    const { pricing } = await who.target();
    const far = {
      customerId: fenwick.id,
      wanted: { ...WANTED, area: 'Fenwick' },
      ...WORK,
      ...SLOT,
      window: '12-2',
    };
    const answers = await Promise.all([
      book(),
      fenwick.ask(({ scheduling }) => scheduling.book(pricing, far, newId('act'))),
    ]);
    expect(answers.map(({ is }) => is).sort()).toEqual(['full', 'placed']);
  });

  it('is done once by key, however often and how many at once', async () => {
    await makeTechnician(prisma);
    await makeTechnician(prisma);
    const key = newId('act');
    const answers = await Promise.all(Array.from({ length: 6 }, () => book(who, SLOT, key)));
    const [first] = answers;
    expect(first?.is).toBe('placed');
    expect(answers).toEqual(Array(6).fill(first));
    expect(await book(who, SLOT, key)).toEqual(first);
    expect(await prisma.visit.count()).toBe(1);
  });

  it('is refused by the database to whoever would write it twice', async () => {
    const { id: technicianId } = await makeTechnician(prisma);
    await booked();
    const twice = prisma.visit.create({
      data: {
        id: newId('vis'),
        customerId: who.id,
        number: 'VIS-99999',
        kind: 'wifi',
        on: new Date(SLOT.day),
        window: SLOT.window,
        status: 'booked',
        tripFeeMinor: 0,
        technicianId,
      },
    });
    await expect(twice).rejects.toMatchObject({ code: 'P2002' });
  });
});

describe('moving', () => {
  it('frees the slot it leaves, keeps number and fee, and says so again when it is asked again', async () => {
    await makeTechnician(prisma);
    const visit = await booked();
    const to = { day: '2026-11-25', window: '8-10' };
    const moved = await move(visit.id, SLOT, to);
    expect(moved).toEqual({ is: 'placed', visit: { ...visit, ...to } });
    expect(await move(visit.id, SLOT, to)).toEqual(moved);
    expect((await book(await houseCustomer(prisma))).is).toBe('placed');
  });

  it('is possible to the window beside it with the same technician', async () => {
    await makeTechnician(prisma);
    const visit = await booked();
    expect((await move(visit.id, SLOT, { ...SLOT, window: '12-2' })).is).toBe('placed');
  });

  it('is refused to a slot that is full, from a slot it has left, and for another customer', async () => {
    await makeTechnician(prisma);
    const other = await houseCustomer(prisma);
    const [visit, theirs] = [await booked(), await booked(other, { ...SLOT, window: '2-4' })];
    expect(await move(visit.id, SLOT, { ...SLOT, window: '2-4' })).toMatchObject({ is: 'full' });
    expect(await move(visit.id, { ...SLOT, window: '8-10' }, { ...SLOT, window: '4-6' })).toEqual({
      is: 'changed',
    });
    expect(await move(theirs.id, { ...SLOT, window: '2-4' }, { ...SLOT, window: '4-6' })).toEqual({
      is: 'changed',
    });
    expect(await who.ask(({ scheduling }) => scheduling.findVisit(who.id, theirs.number))).toBeNull();
  });

  it('of two visits into one place at once succeeds for one', async () => {
    await makeTechnician(prisma);
    const one = await booked();
    const two = await booked(who, { ...SLOT, window: '2-4' });
    const to = { day: '2026-11-25', window: '8-10' };
    const answers = await Promise.all([move(one.id, SLOT, to), move(two.id, { ...SLOT, window: '2-4' }, to)]);
    expect(answers.map(({ is }) => is).sort()).toEqual(['full', 'placed']);
  });
});

describe('cancelling', () => {
  const cancel = (visitId: string) =>
    who.ask(({ scheduling }) => scheduling.cancel({ customerId: who.id, visitId, from: SLOT }, newId('act')));
  const restore = async (visitId: string, key = newId('act')) => {
    const { pricing } = await who.target();
    return who.ask(({ scheduling }) =>
      scheduling.restore(pricing, { customerId: who.id, visitId, from: SLOT, wanted: WANTED }, key),
    );
  };

  it('frees the slot, and is done once', async () => {
    await makeTechnician(prisma);
    const { id } = await booked();
    expect(await cancel(id)).toMatchObject({ is: 'cancelled', visit: { status: 'cancelled' } });
    expect(await cancel(id)).toMatchObject({ is: 'cancelled' });
    expect((await book(await houseCustomer(prisma))).is).toBe('placed');
  });

  it('is taken back into the same slot while somebody is free there', async () => {
    await makeTechnician(prisma);
    const { id, number } = await booked();
    await cancel(id);
    const key = newId('act');
    expect(await restore(id, key)).toMatchObject({
      is: 'placed',
      visit: { number, status: 'booked', ...SLOT },
    });
    expect(await prisma.visit.findUnique({ where: { id } })).toMatchObject({
      actionId: key,
      status: 'booked',
    });
    await cancel(id);
    await book(await houseCustomer(prisma));
    expect(await restore(id)).toMatchObject({ is: 'full' });
  });
});

it('sets a trip fee from what it was, once', async () => {
  await makeTechnician(prisma);
  const { id: visitId } = await booked();
  const set = (from: number, to: number) =>
    who.ask(({ scheduling }) =>
      scheduling.setTripFee({ customerId: who.id, visitId, from, to }, newId('act')),
    );
  expect(await set(5900, 0)).toMatchObject({ is: 'set', visit: { tripFee: 0 } });
  expect(await set(5900, 0)).toMatchObject({ is: 'set' });
  expect(await set(7900, 4000)).toEqual({ is: 'changed' });
});

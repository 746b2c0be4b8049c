import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing';
import { makeTechnician } from '@/prisma/seed/builders/technician';
import { type HouseCustomer, houseCustomer, PRICING } from '../testing/house-customer';
import { bookVisit } from './book-visit';

const { prisma } = await testDatabase();

const WIFI = { kind: 'wifi', date: '2026-11-24', window: '10-12' };
const FRIDGE = { ...WIFI, kind: 'appliance', model: 'refrigerator', symptom: 'not-cooling' };
const CARE = {
  services: [
    { kind: 'fiber', plan: 'Fiber 500' as const },
    { kind: 'home', plan: 'Home Care' as const },
  ],
};

let who: HouseCustomer;
beforeEach(async () => {
  await prisma.visit.deleteMany();
  await prisma.technician.deleteMany();
  await makeTechnician(prisma, { skills: ['wifi', 'wiring', 'appliance', 'refrigeration'] });
  who = await houseCustomer(prisma);
});

const inTheWay = async (params: object, one = who, now?: Date) => {
  const looked = await one.look(bookVisit, params, now);
  return looked.is === 'impossible' ? looked.problems.map(({ path, message }) => `${path}: ${message}`) : [];
};

describe('looking at a booking', () => {
  it('says in one sentence what, when and for how much', async () => {
    expect(await who.look(bookVisit, WIFI)).toEqual({
      is: 'possible',
      effect: {
        sentence: 'Book a Wi-Fi visit on Tue 24 Nov, 10-12, for $59.00',
        changes: [
          { what: 'Visit', before: 'none', after: 'Tue 24 Nov, 10-12' },
          { what: 'To pay', before: '$0.00', after: '$59.00' },
        ],
        amount: { minor: 0, currency: 'USD' },
      },
      // From 5 in the morning on Saturday to 10 on Tuesday.
      facts: { kind: 'wifi', amount: 59, hours_ahead: 77 },
    });
  });

  it('lists what the price is made of', async () => {
    const looked = await who.look(bookVisit, { ...FRIDGE, date: '2026-11-28' });
    expect(looked).toMatchObject({
      effect: {
        sentence: 'Book an appliance repair (refrigerator) on Sat 28 Nov, 10-12, for $104.00',
        changes: [
          { what: 'Visit' },
          { what: 'Trip fee, zone A', after: '$59.00' },
          { what: 'Does not cool', after: '$30.00' },
          { what: 'Saturday', after: '$15.00' },
          { what: 'To pay', after: '$104.00' },
        ],
      },
    });
  });

  it('gives nothing away by Home Care, and what a fault of ours would have cost', async () => {
    const covered = await houseCustomer(prisma, CARE);
    expect(await covered.look(bookVisit, WIFI)).toMatchObject({
      effect: { sentence: 'Book a Wi-Fi visit on Tue 24 Nov, 10-12, at no cost', amount: { minor: 0 } },
    });
    expect(await who.look(bookVisit, { ...FRIDGE, faultIsOurs: true })).toMatchObject({
      effect: { amount: { minor: 8900 } },
      facts: { amount: 0 },
    });
    expect(await covered.look(bookVisit, { ...FRIDGE, faultIsOurs: true })).toMatchObject({
      effect: { amount: { minor: 3000 } },
    });
  });

  it('leaves it to the policy how soon is too soon', async () => {
    const soon = await who.look(
      bookVisit,
      { ...WIFI, date: '2026-11-21', window: '8-10' },
      new Date('2026-11-21T14:00:00Z'),
    );
    expect(soon).toMatchObject({ is: 'possible', facts: { hours_ahead: 1 } });
  });
});

describe('a booking that cannot be', () => {
  it.each([
    [{ date: '2026-11-20' }, 'date: Fri 20 Nov is in the past'],
    [{ date: '2026-11-22' }, 'date: Nobody visits on a Sunday: Monday to Saturday'],
    [{ date: '2026-12-14' }, 'date: Visits are booked up to 21 days ahead'],
    [{ window: '9-11' }, 'window: There is no window 9-11: choose 8-10, 10-12, 12-2, 2-4, 4-6'],
    [{ model: 'toaster' }, 'model: There is no “toaster” for a Wi-Fi visit: choose gateway, mesh-point'],
    [{ kind: 'appliance' }, 'model: Say what is worked on: the price depends on it'],
    [
      { kind: 'appliance', model: 'oven' },
      'symptom: Say what is wrong: who comes and the price depend on it',
    ],
    [
      { kind: 'appliance', model: 'oven', symptom: 'not-cooling' },
      'symptom: There is no “not-cooling” for an appliance repair (oven): choose will-not-start, shows-a-code, burning-smell, loud, does-not-heat',
    ],
    [
      { kind: 'appliance', model: 'oven', symptom: 'gas-smell' },
      'symptom: A gas smell is never a repair booking: everyone leaves the house and calls the emergency number, then the gas company',
    ],
    [{ kind: 'installation' }, 'window: Tue 24 Nov, 10-12 is full, and so is everything after it'],
  ])('says why: %j', async (params, message) => {
    expect(await inTheWay({ ...WIFI, ...params })).toContain(message);
    const ran = await who.run(bookVisit, { ...WIFI, ...params });
    expect(ran.is).toBe('impossible');
    expect(await prisma.visit.count()).toBe(0);
  });

  it('is one in a window that has begun', async () => {
    const now = new Date('2026-11-24T17:00:00Z');
    expect(await inTheWay(WIFI, who, now)).toEqual(['window: Tue 24 Nov, 10-12 has begun already']);
  });

  it('is one that nobody is free for: the next free slots are named', async () => {
    await who.run(bookVisit, WIFI);
    const other = await houseCustomer(prisma);
    expect(await inTheWay(WIFI, other)).toEqual([
      'window: Tue 24 Nov, 10-12 is full. Next free: Tue 24 Nov, 8-10; Tue 24 Nov, 12-2; Tue 24 Nov, 2-4',
    ]);
    expect(await other.run(bookVisit, WIFI)).toEqual({
      is: 'impossible',
      problems: [
        {
          path: 'window',
          message: 'Tue 24 Nov, 10-12 is full. Next free: Tue 24 Nov, 12-2; Tue 24 Nov, 2-4; Tue 24 Nov, 4-6',
        },
      ],
    });
  });

  it('is one with parameters that are malformed', () => {
    expect(who.refused(bookVisit, { ...WIFI, date: '2026-02-30' })).toEqual([
      'date: Write a day that exists, such as 2026-11-24',
    ]);
    expect(who.refused(bookVisit, { ...WIFI, kind: 'plumbing' })).toEqual([
      'kind: One of installation, wiring, wifi, appliance',
    ]);
    expect(who.refused(bookVisit, { ...WIFI, price: 1 })).toHaveLength(1);
  });
});

describe('a booking', () => {
  it('is done once by key; the trip fee is the visit’s, what comes on top is on the next bill', async () => {
    const saturday = { ...FRIDGE, date: '2026-11-28' };
    const ran = await who.run(bookVisit, saturday, 'act_one');
    expect(await who.run(bookVisit, saturday, 'act_one')).toEqual(ran);
    const { visits } = await who.account();
    expect(visits).toMatchObject([
      {
        kind: 'appliance',
        on: '2026-11-28',
        window: '10-12',
        status: 'booked',
        tripFee: { minor: 5900 },
        model: 'refrigerator',
        symptom: 'not-cooling',
        technician: 'Dana Whitfield',
      },
    ]);
    expect(ran).toMatchObject({ outcome: { reference: visits[0]?.number } });
    expect(await prisma.billLine.findMany({ where: { customerId: who.id } })).toMatchObject([
      { amountMinor: 4500 },
    ]);
  });

  it('is taken back with all it cost', async () => {
    const ran = await who.run(bookVisit, { ...FRIDGE, date: '2026-11-28' });
    const undoing = await who.undoing(bookVisit, ran);
    expect(await undoing.look()).toMatchObject({
      is: 'possible',
      effect: { changes: [{ before: 'Sat 28 Nov, 10-12', after: 'none' }] },
      facts: { status: 'booked', kind: 'appliance' },
    });
    expect((await undoing.run()).is).toBe('done');
    expect(await undoing.look()).toMatchObject({ is: 'impossible' });
    expect((await who.account()).visits).toMatchObject([{ status: 'cancelled' }]);
    expect(await who.ask(async ({ billing }) => (await billing.standing(who.id, PRICING)).unbilled)).toBe(0);
  });

  it('of a repair that did not hold costs nothing for 90 days', async () => {
    const done = {
      customerId: who.id,
      number: 'VIS-50001',
      kind: 'appliance',
      window: '8-10',
      status: 'done',
    };
    await prisma.visit.create({
      data: {
        id: 'vis_done',
        ...done,
        on: new Date('2026-10-01'),
        tripFeeMinor: 5900,
        model: 'refrigerator',
      },
    });
    expect(await who.look(bookVisit, FRIDGE)).toMatchObject({
      effect: { sentence: expect.stringContaining('at no cost'), amount: { minor: 0 } },
    });
    expect(await who.look(bookVisit, { ...FRIDGE, model: 'dishwasher', symptom: 'loud' })).toMatchObject({
      effect: { sentence: expect.stringContaining('for $59.00') },
    });
  });
});

it('proposes the kind that the matter suggests', async () => {
  const target = await who.target();
  const proposed = (intent: string) =>
    bookVisit.propose(target, { amounts: [], named: [], services: [], intent });
  expect(proposed('technical.wifi-coverage')).toEqual({ kind: 'wifi' });
  expect(proposed('billing.late-fee')).toEqual({});
});

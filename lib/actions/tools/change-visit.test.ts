import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing';
import { makeTechnician } from '@/prisma/seed/builders/technician';
import { type HouseCustomer, houseCustomer, PRICING } from '../testing/house-customer';
import type { Looked } from '../tool';
import { bookVisit } from './book-visit';
import { cancelVisit } from './cancel-visit';
import { moveVisit } from './move-visit';
import { waiveTripFee } from './waive-trip-fee';

const { prisma } = await testDatabase();

const BOOKED = { kind: 'wifi', date: '2026-11-24', window: '10-12' };
/** The visit begins at 17:00 UTC. */
const EARLY = new Date('2026-11-23T17:00:00Z');
const LATE = new Date('2026-11-23T17:00:01Z');
const TO = { date: '2026-11-25', window: '8-10' };

let who: HouseCustomer;
let visit = '';
beforeEach(async () => {
  await prisma.visit.deleteMany();
  await prisma.technician.deleteMany();
  await makeTechnician(prisma);
  who = await houseCustomer(prisma);
  const ran = await who.run(bookVisit, BOOKED);
  visit = (ran.is === 'done' && ran.outcome.reference) || '';
});

const unbilled = () => who.ask(async ({ billing }) => (await billing.standing(who.id, PRICING)).unbilled);
const now = async () => (await who.account()).visits[0];
const reasons = (looked: Looked) =>
  looked.is === 'impossible' ? looked.problems.map(({ path, message }) => `${path}: ${message}`) : [];

describe('moving', () => {
  it('is free until 24 hours before, to the second', async () => {
    expect(await who.look(moveVisit, { visit, ...TO }, EARLY)).toMatchObject({
      effect: {
        sentence: `Move visit ${visit} from Tue 24 Nov, 10-12 to Wed 25 Nov, 8-10, at no cost`,
        changes: [{ before: 'Tue 24 Nov, 10-12', after: 'Wed 25 Nov, 8-10' }],
        amount: { minor: 0 },
      },
      facts: { status: 'booked', kind: 'wifi', hours_ahead: 24, fee: 0 },
    });
    expect(await who.look(moveVisit, { visit, ...TO }, LATE)).toMatchObject({
      effect: {
        sentence: `Move visit ${visit} from Tue 24 Nov, 10-12 to Wed 25 Nov, 8-10, for $25.00 as it is late`,
        amount: { minor: 0 },
      },
      facts: { fee: 25 },
    });
    expect(await who.look(moveVisit, { visit, ...TO, waiveFee: true }, LATE)).toMatchObject({
      effect: {
        sentence: `Move visit ${visit} from Tue 24 Nov, 10-12 to Wed 25 Nov, 8-10, the late change fee of $25.00 waived`,
        amount: { minor: 2500 },
      },
    });
    expect(await who.look(moveVisit, { visit, ...TO, waiveFee: true }, EARLY)).toMatchObject({
      effect: { amount: { minor: 0 } },
    });
  });

  it('puts the fee on the next bill once, keeps number and trip fee, and is taken back with the fee', async () => {
    const ran = await who.run(moveVisit, { visit, ...TO }, 'act_move', LATE);
    expect(ran).toMatchObject({ is: 'done', outcome: { reference: visit } });
    expect((await who.run(moveVisit, { visit, ...TO }, 'act_move', LATE)).is).toBe('done');
    expect(await unbilled()).toBe(2500);
    expect(await now()).toMatchObject({
      number: visit,
      on: '2026-11-25',
      window: '8-10',
      tripFee: { minor: 5900 },
    });

    const undoing = await who.undoing(moveVisit, ran);
    expect(await undoing.look()).toMatchObject({
      effect: {
        sentence: `Move visit ${visit} back from Wed 25 Nov, 8-10 to Tue 24 Nov, 10-12`,
        amount: { minor: 2500 },
      },
    });
    expect((await undoing.run()).is).toBe('done');
    expect(await now()).toMatchObject({ on: '2026-11-24', window: '10-12' });
    expect(await unbilled()).toBe(0);
  });

  it('is not taken back into a slot that somebody else has now', async () => {
    const ran = await who.run(moveVisit, { visit, ...TO });
    await (await houseCustomer(prisma)).run(bookVisit, BOOKED);
    const undoing = await who.undoing(moveVisit, ran);
    expect(reasons(await undoing.look())[0]).toContain('window: Tue 24 Nov, 10-12 is full');
    expect((await undoing.run()).is).toBe('impossible');
    expect(await now()).toMatchObject({ on: '2026-11-25' });
  });

  it.each([
    [{ date: '2026-11-24', window: '10-12' }, 'window: The visit is on Tue 24 Nov, 10-12 already'],
    [{ date: '2026-11-22', window: '10-12' }, 'date: Nobody visits on a Sunday: Monday to Saturday'],
    [{ date: '2026-11-19', window: '10-12' }, 'date: Thu 19 Nov is in the past'],
    [
      { date: '2026-11-24', window: '6-8' },
      'window: There is no window 6-8: choose 8-10, 10-12, 12-2, 2-4, 4-6',
    ],
  ])('to %j is refused', async (to, message) => {
    expect(reasons(await who.look(moveVisit, { visit, ...to }))).toEqual([message]);
  });

  it('of a visit that has begun, or of another customer, is refused', async () => {
    expect(reasons(await who.look(moveVisit, { visit, ...TO }, new Date('2026-11-24T17:30:00Z')))).toEqual([
      `visit: Visit ${visit} has begun already`,
    ]);
    const other = await houseCustomer(prisma);
    for (const tool of [moveVisit, cancelVisit, waiveTripFee]) {
      const params = {
        visit,
        ...(tool === moveVisit && TO),
        ...(tool === waiveTripFee && { reason: 'why not' }),
      };
      expect(reasons(await other.look(tool, params)), tool.id).toEqual([
        'visit: There is no such visit on this account',
      ]);
      expect((await other.run(tool, params)).is).toBe('impossible');
    }
    expect(await now()).toMatchObject({ on: '2026-11-24', status: 'booked', tripFee: { minor: 5900 } });
  });

  it('proposes the visit that was named, else the only one that is booked', async () => {
    const target = await who.target();
    const said = { amounts: [], intent: 'technical.visit-reschedule', services: [] };
    expect(moveVisit.propose(target, { ...said, named: [] })).toEqual({ visit });
    await who.run(bookVisit, { ...BOOKED, window: '2-4' });
    const two = await who.target();
    expect(moveVisit.propose(two, { ...said, named: [] })).toEqual({});
    const [named] = two.account.visits.filter(({ number }) => number !== visit);
    expect(moveVisit.propose(two, { ...said, named: [named?.id ?? ''] })).toEqual({ visit: named?.number });
  });
});

describe('cancelling', () => {
  it('takes off the bill what the booking had put there, and the fee comes on it when it is late', async () => {
    await prisma.technician.updateMany({ data: { skills: ['appliance', 'refrigeration'] } });
    const fridge = {
      kind: 'appliance',
      model: 'refrigerator',
      symptom: 'not-cooling',
      date: '2026-11-24',
      window: '2-4',
    };
    const { outcome } = (await who.run(bookVisit, fridge)) as { outcome: { reference: string } };
    expect(await unbilled()).toBe(3000);
    const ran = await who.run(
      cancelVisit,
      { visit: outcome.reference },
      'act_cancel',
      new Date('2026-11-24T16:00:00Z'),
    );
    expect(await unbilled()).toBe(2500);
    const undoing = await who.undoing(cancelVisit, ran);
    expect(await undoing.look()).toMatchObject({
      effect: {
        sentence: `Book visit ${outcome.reference} again on Tue 24 Nov, 2-4`,
        amount: { minor: 2500 },
      },
    });
    expect((await undoing.run()).is).toBe('done');
    expect(await unbilled()).toBe(3000);
    const again = await who.run(cancelVisit, { visit: outcome.reference });
    expect(again.is).toBe('done');
    expect(await unbilled()).toBe(0);
  });

  it('names the fee it waives as what is given', async () => {
    expect(await who.look(cancelVisit, { visit, waiveFee: true }, LATE)).toMatchObject({
      effect: {
        sentence: `Cancel visit ${visit} on Tue 24 Nov, 10-12, the late change fee of $25.00 waived`,
        changes: [
          { what: 'Visit', after: 'cancelled' },
          { before: '$25.00', after: '$0.00' },
        ],
        amount: { minor: 2500 },
      },
      facts: { status: 'booked', hours_ahead: expect.closeTo(24, 2), fee: 25 },
    });
    await who.run(cancelVisit, { visit, waiveFee: true }, 'act_waived', LATE);
    expect(await now()).toMatchObject({ status: 'cancelled' });
    expect(await unbilled()).toBe(0);
    expect(await who.look(cancelVisit, { visit })).toMatchObject({ facts: { status: 'cancelled' } });
  });
});

describe('waiving a trip fee', () => {
  it('gives its amount, and is taken back', async () => {
    const params = { visit: visit.toLowerCase(), reason: 'Our line was at fault' };
    expect(await who.look(waiveTripFee, params)).toMatchObject({
      effect: {
        sentence: `Waive the trip fee of visit ${visit}: $59.00 becomes $0.00`,
        changes: [{ before: '$59.00', after: '$0.00' }],
        amount: { minor: 5900 },
      },
      facts: { amount: 59, status: 'booked' },
    });
    const ran = await who.run(waiveTripFee, params);
    expect(await now()).toMatchObject({ tripFee: { minor: 0 } });
    expect(await who.look(waiveTripFee, params)).toMatchObject({ facts: { amount: 0 } });
    const undoing = await who.undoing(waiveTripFee, ran);
    expect(await undoing.look()).toMatchObject({ effect: { amount: { minor: 0 } } });
    expect((await undoing.run()).is).toBe('done');
    expect(await now()).toMatchObject({ tripFee: { minor: 5900 } });
    expect(reasons(await undoing.look())).toEqual([`visit: Visit ${visit} has a trip fee again already`]);
  });

  it('wants a reason', () => {
    expect(who.refused(waiveTripFee, { visit })).toEqual(['reason: Say why']);
  });
});

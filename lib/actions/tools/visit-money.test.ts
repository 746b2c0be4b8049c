import { expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing';
import { makeTechnician } from '@/prisma/seed/builders/technician';
import { houseCustomer, PRICING } from '../testing/house-customer';
import { bookVisit } from './book-visit';
import { cancelVisit } from './cancel-visit';

const { prisma } = await testDatabase();

it('a booking that is taken back costs nothing, also when it was cancelled and booked again in between', async () => {
  await makeTechnician(prisma);
  const who = await houseCustomer(prisma);
  const unbilled = () => who.ask(async ({ billing }) => (await billing.standing(who.id, PRICING)).unbilled);
  // Saturday and the last window of the day: 15.00 and 10.00 besides the trip fee.
  const booked = await who.run(bookVisit, { kind: 'wifi', date: '2026-11-28', window: '4-6' });
  expect(await unbilled()).toBe(2500);
  const visit = booked.is === 'done' ? booked.outcome.reference : null;
  const cancelled = await who.run(cancelVisit, { visit });
  expect(await unbilled()).toBe(0);
  await (await who.undoing(cancelVisit, cancelled)).run();
  expect(await unbilled()).toBe(2500);
  const undo = await who.undoing(bookVisit, booked);
  expect(await undo.look()).toMatchObject({
    effect: { sentence: expect.stringContaining('at no cost') as string },
  });
  expect(await undo.run()).toMatchObject({ is: 'done' });
  expect(await unbilled()).toBe(0);
});

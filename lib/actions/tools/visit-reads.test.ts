import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing';
import { makeTechnician } from '@/prisma/seed/builders/technician';
import { type HouseCustomer, houseCustomer } from '../testing/house-customer';
import { bookVisit } from './book-visit';
import { checkPart } from './check-part';
import { findSlots } from './find-slots';
import { quoteVisit } from './quote-visit';

const { prisma } = await testDatabase();

let who: HouseCustomer;
beforeEach(async () => {
  await prisma.visit.deleteMany();
  await prisma.technician.deleteMany();
  who = await houseCustomer(prisma);
});

describe('free slots', () => {
  it('are listed by day, from two hours ahead on', async () => {
    await makeTechnician(prisma, { weekdays: [2, 6] });
    await who.run(bookVisit, { kind: 'wifi', date: '2026-11-24', window: '10-12' });
    // It is 5 in the morning there.
    expect(await who.read(findSlots, { kind: 'wifi' })).toEqual({
      is: 'found',
      sentence: '9 windows are free for a Wi-Fi visit in Alder Falls, the first on Sat 21 Nov, 8-10',
      rows: [
        { label: 'Sat 21 Nov', value: '8-10, 10-12, 12-2, 2-4, 4-6' },
        { label: 'Tue 24 Nov', value: '8-10, 12-2, 2-4, 4-6' },
      ],
    });
    expect(await who.read(findSlots, { kind: 'wifi', date: '2026-11-24', days: 1 })).toMatchObject({
      rows: [{ label: 'Tue 24 Nov' }],
    });
  });

  it('are none where nobody has the skill, and that is said', async () => {
    await makeTechnician(prisma, { skills: ['appliance'] });
    const fridge = { kind: 'appliance', model: 'refrigerator', symptom: 'not-cooling', days: 2 };
    expect(await who.read(findSlots, fridge)).toEqual({
      is: 'found',
      sentence:
        'Nobody is free for an appliance repair (refrigerator) in Alder Falls in 2 days from Sat 21 Nov',
      rows: [],
    });
    expect(await who.read(findSlots, { ...fridge, symptom: 'loud' })).toMatchObject({ rows: [{}] });
    expect(await who.read(findSlots, { kind: 'wifi', date: '2026-11-20' })).toMatchObject({
      is: 'impossible',
      problems: [{ path: 'date' }],
    });
  });
});

describe('a quote', () => {
  it('names every line', async () => {
    const asked = { kind: 'wiring', symptom: 'new-jack', date: '2026-11-28', window: '4-6' };
    expect(await who.read(quoteVisit, asked)).toEqual({
      is: 'found',
      sentence: 'A wiring visit on Sat 28 Nov, 4-6 costs $119.00',
      rows: [
        { label: 'Trip fee, zone A', value: '$59.00' },
        { label: 'Another jack is wanted', value: '$35.00' },
        { label: 'Saturday', value: '$15.00' },
        { label: 'Last window of the day', value: '$10.00' },
        { label: 'Total', value: '$119.00' },
      ],
    });
  });

  it('says that it is the most it can cost while something is open', async () => {
    expect(await who.read(quoteVisit, { kind: 'wifi' })).toMatchObject({
      sentence: 'A Wi-Fi visit costs at most $109.00',
    });
    expect(
      await who.read(quoteVisit, { kind: 'appliance', date: '2026-11-24', window: '8-10' }),
    ).toMatchObject({
      sentence: 'An appliance repair on Tue 24 Nov, 8-10 costs at most $114.00',
    });
    expect(await who.read(quoteVisit, { kind: 'wifi', symptom: 'gas-smell' })).toMatchObject({
      is: 'impossible',
    });
  });
});

describe('a part', () => {
  const waiting = async (status: string, expected: string | null) => {
    await prisma.visit.deleteMany();
    await makeTechnician(prisma);
    const ran = await who.run(bookVisit, { kind: 'wifi', date: '2026-11-24', window: '10-12' });
    const visit = (ran.is === 'done' && ran.outcome.reference) || '';
    await prisma.visit.updateMany({
      data: { part: 'Drain pump', partStatus: status, partExpected: expected && new Date(expected) },
    });
    const found = await who.read(checkPart, { visit });
    return found.is === 'found' ? found.sentence.replace(visit, 'X') : found.problems;
  };

  it.each([
    [
      'shipped',
      '2026-11-23',
      'The part for visit X (Drain pump) is on its way, expected Mon 23 Nov, in time for the visit',
    ],
    [
      'ordered',
      '2026-11-24',
      'The part for visit X (Drain pump) is ordered and has not left the supplier, expected Tue 24 Nov: too late for the visit, which has to be moved',
    ],
    [
      'ordered',
      null,
      'The part for visit X (Drain pump) is ordered and has not left the supplier, and nobody knows until when',
    ],
    ['arrived', '2026-11-20', 'The part for visit X (Drain pump) has arrived'],
  ])('that is %s and expected %s', async (status, expected, sentence) => {
    expect(await waiting(status, expected)).toBe(sentence);
  });

  it('is none for most visits, and of another customer’s visit nothing is known', async () => {
    await makeTechnician(prisma);
    const ran = await who.run(bookVisit, { kind: 'wifi', date: '2026-11-24', window: '10-12' });
    const visit = (ran.is === 'done' && ran.outcome.reference) || '';
    expect(await who.read(checkPart, { visit })).toMatchObject({
      sentence: `Visit ${visit} waits for no part`,
    });
    expect(await (await houseCustomer(prisma)).read(checkPart, { visit })).toMatchObject({
      is: 'impossible',
      problems: [{ path: 'visit' }],
    });
  });
});

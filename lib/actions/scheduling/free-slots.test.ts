import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPricing, type PricingPolicy } from '../../policies/compile-pricing';
import { PolicySource } from '../../policies/policy-source';
import { windowOf } from '../../policies/visit-window';
import { type Engagement, freeSlots, freeTechnicians, type Technician } from './free-slots';
import { hoursUntil, startOf } from './local-time';

let pricing: PricingPolicy;
beforeAll(async () => {
  const text = await readFile(join(import.meta.dirname, '../../../policies/pricing.yaml'), 'utf8');
  const loaded = loadPricing(new PolicySource(new Map([['pricing.yaml', text]])));
  if (loaded === undefined) throw new Error('pricing.yaml does not load');
  pricing = loaded;
});

const EVERY_DAY = [1, 2, 3, 4, 5, 6];
const TUESDAY = '2026-11-24';
const technician = (id: string, more: Partial<Technician> = {}): Technician => ({
  id,
  name: id,
  homeArea: 'Fenwick',
  skills: ['wifi'],
  weekdays: EVERY_DAY,
  ...more,
});
const visit = (technicianId: string, window: string, area: string | null, day = TUESDAY): Engagement => ({
  technicianId,
  day,
  window,
  area,
});
const who = (
  technicians: Technician[],
  engagements: Engagement[],
  area = 'Fenwick',
  window = '10-12',
  day = TUESDAY,
) =>
  freeTechnicians(pricing, { technicians, engagements }, { area, skills: ['wifi'] }, { day, window }).map(
    ({ id }) => id,
  );

describe('who can come', () => {
  it('has every skill and works that day', () => {
    const team = [
      technician('a'),
      technician('b', { skills: ['wiring'] }),
      technician('c', { weekdays: [1, 3] }),
      technician('d', { skills: ['wiring', 'wifi'], weekdays: [2] }),
    ];
    expect(who(team, [])).toEqual(['a', 'd']);
    expect(who(team, [], 'Fenwick', '10-12', '2026-11-25')).toEqual(['a', 'c']);
  });

  it('has one visit at a time', () => {
    expect(who([technician('a')], [visit('a', '10-12', 'Fenwick')])).toEqual([]);
    expect(who([technician('a')], [visit('a', '8-10', 'Fenwick'), visit('a', '12-2', 'Fenwick')])).toEqual([
      'a',
    ]);
    expect(who([technician('a')], [visit('a', '10-12', 'Fenwick', '2026-11-25')])).toEqual(['a']);
  });

  it('has the road time between windows that follow each other', () => {
    const next = (area: string) => who([technician('a')], [visit('a', '8-10', area)]);
    // 90 minutes of work leave 30 of a window: Stonebridge Heights is 25 away, Alder Falls 35.
    expect(next('Stonebridge Heights')).toEqual(['a']);
    expect(next('Alder Falls')).toEqual([]);
    expect(who([technician('a')], [visit('a', '12-2', 'Alder Falls')])).toEqual([]);
    expect(who([technician('a')], [visit('a', '2-4', 'Alder Falls')])).toEqual(['a']);
  });

  it('is not too far away that day, from home or from any visit', () => {
    expect(who([technician('a', { homeArea: 'Port Ellery' })], [])).toEqual([]);
    const [between] = [technician('a', { homeArea: 'Stonebridge Heights' })];
    expect(who([between], [visit('a', '4-6', 'Cedar Hollow')], 'Fenwick', '8-10')).toEqual([]);
    expect(who([between], [visit('a', '4-6', null)], 'Fenwick', '8-10')).toEqual([]);
  });

  it('is asked in order of the way from home, then of how little there is to do', () => {
    const team = [
      technician('far', { homeArea: 'Alder Falls' }),
      technician('busy'),
      technician('near', { homeArea: 'Stonebridge Heights' }),
      technician('idle'),
    ];
    expect(who(team, [visit('busy', '4-6', 'Fenwick')])).toEqual(['idle', 'busy', 'near', 'far']);
  });
});

describe('free slots', () => {
  const slots = (from: string, days: number, engagements: Engagement[] = []) =>
    freeSlots(
      pricing,
      { technicians: [technician('a')], engagements },
      { area: 'Fenwick', skills: ['wifi'] },
      { from: new Date(from), days },
    ).map(({ day, window }) => `${day} ${window}`);

  it('are the windows from an instant on, without Sundays', () => {
    // 11 on Saturday there.
    expect(slots('2026-11-21T18:00:00Z', 3)).toEqual([
      '2026-11-21 12-2',
      '2026-11-21 2-4',
      '2026-11-21 4-6',
      ...['8-10', '10-12', '12-2', '2-4', '4-6'].map((window) => `2026-11-23 ${window}`),
    ]);
    expect(slots('2026-11-21T18:00:00Z', 2)).toHaveLength(3);
  });

  it('begin at the instant itself, on both sides of a clock change', () => {
    expect(slots('2026-03-09T14:00:00Z', 1)[0]).toBe('2026-03-09 8-10');
    expect(slots('2026-03-09T14:00:01Z', 1)[0]).toBe('2026-03-09 10-12');
    expect(slots('2026-11-02T15:00:00Z', 1)[0]).toBe('2026-11-02 8-10');
    expect(slots('2026-11-02T15:00:01Z', 1)[0]).toBe('2026-11-02 10-12');
  });

  it('are never one in which somebody has a visit, nor one that has begun, and each can be filled', () => {
    const areas = [
      'Alder Falls',
      'Marlow Bay',
      'Fenwick',
      'Stonebridge Heights',
      'Cedar Hollow',
      'Port Ellery',
    ];
    const anyArea = fc.constantFrom(...areas);
    const engagement = fc.record({
      technicianId: fc.constantFrom('a', 'b', 'c'),
      day: fc.constantFrom('2026-11-23', TUESDAY, '2026-11-25'),
      window: fc.constantFrom('8-10', '10-12', '12-2', '2-4', '4-6'),
      area: anyArea,
    });
    fc.assert(
      fc.property(
        anyArea,
        fc.array(anyArea, { minLength: 3, maxLength: 3 }),
        fc.array(engagement),
        (area, homes, engagements) => {
          const technicians = homes.map((homeArea, i) => technician('abc'.charAt(i), { homeArea }));
          const calendar = { technicians, engagements };
          const wanted = { area, skills: ['wifi'] };
          const from = new Date('2026-11-23T16:00:00Z');
          for (const slot of freeSlots(pricing, calendar, wanted, { from, days: 5 })) {
            expect(hoursUntil(slot.day, slot.window, from, 'America/Denver')).toBeGreaterThanOrEqual(0);
            const free = freeTechnicians(pricing, calendar, wanted, slot);
            expect(free).toHaveLength(slot.technicians);
            for (const { id } of free)
              for (const other of engagements.filter(
                (one) => one.technicianId === id && one.day === slot.day,
              )) {
                const gap = Math.abs(windowOf(slot.window).from - windowOf(other.window).from) * 60;
                expect(gap).toBeGreaterThanOrEqual(pricing.visits.work_minutes);
              }
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('start when their window starts', () => {
    expect(startOf(TUESDAY, '12-2', pricing.visits.time_zone).toISOString()).toBe('2026-11-24T19:00:00.000Z');
  });
});

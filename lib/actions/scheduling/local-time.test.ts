import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR } from '@/lib/core/clock';
import { hoursUntil, instantOf, localDay, sayDate, saySlot, weekdayName, weekdayOf } from './local-time';

const DENVER = 'America/Denver';
const at = (text: string) => new Date(text);

describe('hours until a visit', () => {
  it.each([
    // Clocks go forward on 8 March 2026 and back on 1 November 2026, both Sundays, at 2 in the morning.
    ['over the spring change', '2026-03-07T15:00:00Z', '2026-03-09', 47],
    ['over the autumn change', '2026-10-31T14:00:00Z', '2026-11-02', 49],
    ['in winter', '2026-01-12T15:00:00Z', '2026-01-14', 48],
    ['in summer', '2026-07-13T14:00:00Z', '2026-07-15', 48],
    ['that has begun', '2026-07-15T15:30:00Z', '2026-07-15', -1.5],
  ])('are those that pass, %s', (_name, now, day, hours) => {
    // Each `now` but the last is 8 in the morning there.
    expect(hoursUntil(day, '8-10', at(now), DENVER)).toBe(hours);
  });

  it('grow by 23 on the day clocks go forward and by 25 on the day they go back', () => {
    const length = (from: string, to: string) =>
      (instantOf(to, 8, DENVER).getTime() - instantOf(from, 8, DENVER).getTime()) / HOUR;
    expect(length('2026-03-07', '2026-03-08')).toBe(23);
    expect(length('2026-10-31', '2026-11-01')).toBe(25);
    expect(length('2026-05-01', '2026-05-02')).toBe(24);
  });
});

it('an hour of a day there reads as that hour and day there', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(Date.UTC(2024, 0, 1) + n * 24 * HOUR));
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 4, max: 23 }),
      fc.constantFrom(DENVER, 'UTC', 'Pacific/Auckland', 'Asia/Kolkata', 'America/St_Johns'),
      (date, hour, zone) => {
        const text = date.toISOString().slice(0, 10);
        const instant = instantOf(text, hour, zone);
        expect(localDay(instant, zone)).toBe(text);
        const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
        expect(Number(shown.format(instant))).toBe(hour);
      },
    ),
    { numRuns: 300 },
  );
});

it('it is yet the day before there when it is morning in Greenwich', () => {
  expect(localDay(at('2026-11-24T06:59:59Z'), DENVER)).toBe('2026-11-23');
  expect(localDay(at('2026-11-24T07:00:00Z'), DENVER)).toBe('2026-11-24');
});

it('names days and slots', () => {
  expect([weekdayOf('2026-11-22'), weekdayOf('2026-11-23'), weekdayName('2026-11-21')]).toEqual([
    7,
    1,
    'saturday',
  ]);
  expect(saySlot({ day: '2026-11-24', window: '10-12' })).toBe('Tue 24 Nov, 10-12');
  expect(sayDate('2026-09-07')).toBe('Mon 7 Sep');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, addDays, addMonths, daysFrom, sayDay } from './days';

const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-21', 2, '2027-01-21'],
  ])('%s and %i is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('lie where calendars have them: the same day of the month or its last', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -36, max: 36 }), (from, months) => {
        const to = addMonths(from, months);
        const same = to.slice(8) === from.slice(8);
        expect(same || addDays(to, 1).endsWith('-01')).toBe(true);
        const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(count(to) - count(from)).toBe(months);
      }),
    );
  });
});

it('days are counted over clock changes and leap days', () => {
  expect(daysFrom('2026-03-07', '2026-03-09')).toBe(2);
  expect(daysFrom('2028-02-28', '2028-03-01')).toBe(2);
  fc.assert(
    fc.property(day, fc.integer({ min: -800, max: 800 }), (from, days) => {
      expect(daysFrom(from, addDays(from, days))).toBe(days);
    }),
  );
});

it('a weekend is no business', () => {
  expect(addBusinessDays('2026-11-20', 1)).toBe('2026-11-23');
  expect(addBusinessDays('2026-11-21', 7)).toBe('2026-12-01');
  expect(sayDay('2026-12-01')).toBe('Dec 1, 2026');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../days';
import { billPeriod } from './bill-period';
import { prorated, prorationLines, totalOf } from './proration';

const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the bill period of a day', () => {
  it.each([
    [
      '2026-11-12',
      '2026-11-21',
      { from: '2026-11-12', to: '2026-12-12', days: 30, left: 21, last: '2026-12-11' },
    ],
    [
      '2026-11-21',
      '2026-11-21',
      { from: '2026-11-21', to: '2026-12-21', days: 30, left: 30, last: '2026-12-20' },
    ],
    [
      '2026-01-31',
      '2026-02-28',
      { from: '2026-02-28', to: '2026-03-31', days: 31, left: 31, last: '2026-03-30' },
    ],
    [
      '2028-01-31',
      '2028-02-28',
      { from: '2028-01-31', to: '2028-02-29', days: 29, left: 1, last: '2028-02-28' },
    ],
    [
      '2026-09-05',
      '2026-11-04',
      { from: '2026-10-05', to: '2026-11-05', days: 31, left: 1, last: '2026-11-04' },
    ],
    [
      '2026-12-05',
      '2026-11-21',
      { from: '2026-11-05', to: '2026-12-05', days: 30, left: 14, last: '2026-12-04' },
    ],
  ])('billed on %s, seen on %s', (issued, on, period) => {
    expect(billPeriod(issued, on)).toEqual(period);
  });

  it('holds the day, is a month long, and the next begins where it ends', () => {
    fc.assert(
      fc.property(day, day, (issued, on) => {
        const { from, to, days, left, last } = billPeriod(issued, on);
        expect(from <= on && on < to).toBe(true);
        expect(days).toBeGreaterThanOrEqual(28);
        expect(days).toBeLessThanOrEqual(31);
        expect(left).toBeGreaterThanOrEqual(1);
        expect(left).toBeLessThanOrEqual(days);
        expect(addDays(last, 1)).toBe(to);
        expect(billPeriod(issued, to).from).toBe(to);
        expect(billPeriod(issued, last)).toEqual({ ...billPeriod(issued, on), left: 1 });
        expect(addMonths(issued, 0)).toBe(issued);
      }),
    );
  });
});

describe('proration', () => {
  const period = { from: '2026-11-11', to: '2026-12-11', days: 30, left: 20, last: '2026-12-10' };

  it('is the example of the fact sheet: Fiber 300 to Fiber 500 with 20 of 30 days left adds $10.00', () => {
    const lines = prorationLines(
      [{ label: 'Fiber 300', amount: 4500 }],
      [{ label: 'Fiber 500', amount: 6000 }],
      period,
    );
    expect(lines).toEqual([
      { label: 'Fiber 300 until the change, 20 of 30 days back', amount: -3000 },
      { label: 'Fiber 500 from the change, 20 of 30 days', amount: 4000 },
    ]);
    expect(totalOf(lines)).toBe(1000);
  });

  it('leaves out what stays, each line once', () => {
    const lite = { label: 'Mobile Lite', amount: 2000 };
    expect(prorationLines([lite], [lite, lite], period)).toEqual([
      { label: 'Mobile Lite from the change, 20 of 30 days', amount: 1333 },
    ]);
    expect(prorationLines([lite, lite], [lite, lite], period)).toEqual([]);
  });

  const money = fc.integer({ min: -20_000, max: 20_000 });
  it('never comes to more than the month, goes one way with days, and back and forth is nothing', () => {
    fc.assert(
      fc.property(day, day, money, money, (issued, on, a, b) => {
        const at = billPeriod(issued, on);
        const share = prorated(a, at);
        expect(Math.abs(share)).toBeLessThanOrEqual(Math.abs(a));
        expect(Math.sign(share) * Math.sign(a)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(share - (a * at.left) / at.days)).toBeLessThanOrEqual(0.5);
        expect(prorated(a, { left: at.days, days: at.days })).toBe(a);
        if (at.left > 1)
          expect(Math.abs(prorated(a, { ...at, left: at.left - 1 }))).toBeLessThanOrEqual(Math.abs(share));
        const forth = prorationLines([{ label: 'A', amount: a }], [{ label: 'B', amount: b }], at);
        const back = prorationLines([{ label: 'B', amount: b }], [{ label: 'A', amount: a }], at);
        expect(totalOf(forth) + totalOf(back)).toBe(0);
      }),
    );
  });
});

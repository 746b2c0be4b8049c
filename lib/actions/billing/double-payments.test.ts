import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../days';
import { type Bill, doublePayments, type Paid } from './double-payments';

const bill = (issued: string, total = 11_000, status = 'paid'): Bill => ({
  number: `INV ${issued}`,
  issued,
  status,
  total,
});
const paid = (id: string, on: string, amount = 11_000, status = 'posted'): Paid => ({
  id,
  on,
  status,
  method: 'card',
  amount,
});
const doubles = (bills: Bill[], payments: Paid[]) =>
  doublePayments(bills, payments).map(({ payment, bill: of }) => [payment.id, of.number]);

const [OCTOBER, NOVEMBER] = [bill('2026-10-12'), bill('2026-11-12')];

describe('a double payment', () => {
  it('is the second of two for one bill', () => {
    const payments = [paid('c', '2026-11-20'), paid('b', '2026-11-15'), paid('a', '2026-10-19')];
    expect(doubles([NOVEMBER, OCTOBER], payments)).toEqual([['c', NOVEMBER.number]]);
  });

  it('is none where the one before was paid late, nor where a bill is still open', () => {
    const payments = [paid('a', '2026-11-15'), paid('b', '2026-11-16')];
    expect(doubles([NOVEMBER, OCTOBER], payments)).toEqual([]);
    expect(doubles([bill('2026-11-12', 11_000, 'due')], payments)).toEqual([]);
  });

  it('is none of another amount, pending, returned, given back, or from before the first bill', () => {
    const payments = [
      paid('a', '2026-11-15'),
      paid('b', '2026-11-16', 5000),
      paid('c', '2026-11-16', 11_000, 'pending'),
      paid('d', '2026-11-16', 11_000, 'returned'),
      paid('e', '2026-11-16', -11_000),
      paid('f', '2026-11-01'),
    ];
    expect(doubles([NOVEMBER], payments)).toEqual([]);
  });

  it('is found for every bill that was paid twice in time, and never where each was paid once, however late', () => {
    const month = fc.record({ delay: fc.integer({ min: 0, max: 70 }), twice: fc.boolean() });
    fc.assert(
      fc.property(fc.array(month, { maxLength: 8 }), (months) => {
        const on = (index: number, delay: number) => addDays('2026-01-05', 30 * index + delay);
        const bills = months.map((_, index) => bill(on(index, 0)));
        const inTime = (delay: number) => delay % 30;
        const once = months.map(({ delay }, index) => paid(`once ${index}`, on(index, delay)));
        expect(doubles(bills, once)).toEqual([]);
        const early = months.map(({ delay }, index) => paid(`once ${index}`, on(index, inTime(delay))));
        const again = months.flatMap(({ delay, twice }, index) =>
          twice ? [paid(`again ${index}`, on(index, inTime(delay)))] : [],
        );
        const found = doubles(bills.toReversed(), [...early, ...again]);
        expect(found.map(([, number]) => number)).toEqual(
          months.flatMap(({ twice }, index) => (twice ? [bills[index]?.number] : [])),
        );
      }),
    );
  });
});

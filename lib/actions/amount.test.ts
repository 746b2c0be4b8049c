import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountSchema, currencySchema, sayBill } from './amount';

const problem = (value: unknown) => amountSchema.safeParse(value).error?.issues.map(({ message }) => message);

describe('an amount', () => {
  it('may be any number of cents from one to a million', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (cents) => {
        expect(amountSchema.parse(cents / 100)).toBe(cents / 100);
      }),
    );
  });

  it('is never finer than a cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (mills) => {
        fc.pre(mills % 10 !== 0);
        expect(problem(mills / 1000)).toEqual(['Cents are the smallest: two decimals at most']);
      }),
    );
  });

  it.each([1e-9, 0.004, 5.000000001, 0.1 + 0.2, 9999.999999999])(
    'of %d is finer than a cent, however little, and no amount',
    (value) => {
      expect(problem(value)).toEqual(['Cents are the smallest: two decimals at most']);
    },
  );

  it.each([
    [0, 'Must be more than $0.00'],
    [-12.5, 'Must be more than $0.00'],
    [10_000.01, 'Must be $10,000.00 at most'],
    ['12.50', 'Write an amount in dollars, such as 12.50'],
    [null, 'Write an amount in dollars, such as 12.50'],
    [Number.NaN, 'Write an amount in dollars, such as 12.50'],
    [Number.POSITIVE_INFINITY, 'Write an amount in dollars, such as 12.50'],
  ])('of %s is refused: %s', (value, message) => {
    expect(problem(value)).toEqual([message]);
  });

  it('is in US dollars or refused', () => {
    expect(currencySchema.parse(undefined)).toBe('USD');
    expect(currencySchema.safeParse('EUR').error?.issues.map(({ message }) => message)).toEqual([
      'Only US dollars (USD)',
    ]);
  });
});

it('a bill below nothing is nothing, and what is over is said', () => {
  expect([11_000, 0, -250].map(sayBill)).toEqual(['$110.00', '$0.00', '$0.00 with $2.50 left over']);
});

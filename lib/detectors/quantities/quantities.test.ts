import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAmounts, findBareAmounts } from './amounts';
import { findDates, findWeekdays } from './dates';
import { findDurations, supportedBy } from './durations';
import { findPercentages } from './percentages';
import type { Quantity } from './quantity';

const keys = (found: readonly Quantity[]): string[] => found.flatMap((quantity) => quantity.keys);

describe('amounts', () => {
  test.each([
    '$8',
    '$ 8.00',
    '8 dollars',
    'eight dollars',
    '8.00 USD',
    'usd 8',
    '8 bucks',
    '8 dólares',
    'US$8',
    '8$',
  ])('%s is 800 cents', (text) => {
    expect(keys(findAmounts(`it is ${text} more`))).toEqual(['800']);
  });
  test.each([
    ['$1,204.50', '120450'],
    ['€1.204,50', '120450'],
    ['$2k', '200000'],
    ['one hundred twenty dollars', '12000'],
    ['one hundred and five dollars', '10500'],
    ['twenty-five dollars and fifty cents', '2550'],
    ['75 cents', '75'],
  ])('%s is %s', (text, minor) => {
    expect(keys(findAmounts(text))).toEqual([minor]);
  });
  test.each(['Fiber 500', 'order 12588', '3 to 5 days', '20%', '8 pm', 'version 2.00.1'])(
    '%s is no amount',
    (text) => {
      expect(findAmounts(text)).toEqual([]);
    },
  );
  test('two decimals alone count as an amount in a source only', () => {
    expect(keys(findBareAmounts('late fee 8.00, was 1,050.00, up 3.50%'))).toEqual(['800', '105000']);
  });
  test('any whole amount is read back from how it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (minor) => {
        const written = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(
          minor / 100,
        );
        expect(keys(findAmounts(`You pay ${written}.`))).toEqual([String(minor)]);
      }),
    );
  });
});

describe('durations', () => {
  test.each([
    ['within 24 hours', '86400 s'],
    ['in one day', '86400 s'],
    ['3 to 5 business days', '3-5 business d'],
    ['3-5 business days', '3-5 business d'],
    ['3 a 5 días hábiles', '3-5 business d'],
    ['a 12-month term', '12 month'],
    ['one year', '12 month'],
    ['two weeks', '1209600 s'],
  ])('%s', (text, key) => {
    expect(keys(findDurations(text))).toEqual([key]);
  });
  test.each(['a day', 'each month', '24/7', '$5 day pass'])('%s has no number of its own', (text) => {
    expect(findDurations(text)).toEqual([]);
  });
  test('a range supports its end and not its beginning', () => {
    expect(supportedBy('3-5 business d')).toEqual(['3-5 business d', '5 business d']);
  });
});

describe('dates', () => {
  test.each([
    ['March 12', '3-12'],
    ['Mar 12, 2026', '3-12-2026'],
    ['Thu, Mar 12, 2026', '3-12-2026'],
    ['12th of March', '3-12'],
    ['12 March 2026', '3-12-2026'],
    ['12 de marzo de 2026', '3-12-2026'],
    ['2026-03-12', '3-12-2026'],
    ['3/25/26', '3-25-2026'],
    ['next Tuesday', 'weekday 2'],
    ['el martes', 'weekday 2'],
    ['tomorrow', 'tomorrow'],
    ['two weeks ago', 'two weeks ago'],
  ])('%s', (text, key) => {
    expect(keys(findDates(`on ${text}.`))).toEqual([key]);
  });
  test('day and month that can be swapped have both readings', () => {
    expect(keys(findDates('03/04/2026'))).toEqual(['3-4-2026', '4-3-2026']);
  });
  test.each(['may I ask', 'march on', '10/100', '1.2.3.4', '24/7', 'monitor', 'sunny'])(
    '%s is no date',
    (text) => {
      expect(findDates(text)).toEqual([]);
    },
  );
  test('weekdays inside a longer date are named apart', () => {
    expect(keys(findWeekdays('Tue, Nov 24'))).toEqual(['weekday 2']);
  });
});

test('percentages in signs and words', () => {
  expect(keys(findPercentages('15% or 15 percent, 2.5 %, twenty percent'))).toEqual([
    '15',
    '15',
    '2.5',
    '20',
  ]);
});

test('offsets are places of the text, whatever it is', () => {
  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom('$', '8', '.', ',', ' ', 'days', 'March', '12', '%', 'one', 'hundred', '-', '/'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      for (const found of [findAmounts, findDates, findDurations, findPercentages].flatMap((find) =>
        find(text),
      ))
        expect(text.slice(found.start, found.end)).toBe(found.text);
    }),
  );
});

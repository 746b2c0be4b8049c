import { expect, it } from 'vitest';
import { learnCodes } from './column-codes';

const ROWS = [
  { tenure: '1', plan: 'month', paperless: 'Yes' },
  { tenure: 24, plan: 'year', paperless: 'No' },
  { tenure: ' ', plan: 'two years', paperless: 'No' },
];

it('keeps numbers, gives each value of a word its feature, and one to a pair', () => {
  const { codes, encode } = learnCodes(ROWS, ['tenure', 'plan', 'paperless']);
  expect(codes.map(({ column, value }) => [column, value])).toEqual([
    ['tenure', null],
    ['plan', 'month'],
    ['plan', 'two years'],
    ['plan', 'year'],
    ['paperless', 'No'],
  ]);
  expect([...encode({ tenure: '12.5', plan: 'year', paperless: 'Yes' })]).toEqual([12.5, 0, 0, 1, 0]);
});

it('takes blank, absent and unreadable for missing, and a new word for none of those known', () => {
  const { encode } = learnCodes(ROWS, ['tenure', 'plan']);
  expect([...encode({ tenure: '', plan: 'decade' })]).toEqual([Number.NaN, 0, 0, 0]);
  expect([...encode({ tenure: 'soon', plan: null })]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
});

it('reads only the columns it is asked for', () => {
  const { encode } = learnCodes(ROWS, ['tenure']);
  expect([...encode({ tenure: 3, plan: 'year', gender: 'x' })]).toEqual([3]);
});

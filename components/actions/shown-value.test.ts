import { expect, it } from 'vitest';
import { shownValue } from './shown-value';

it.each([
  [null, 'not known'],
  [true, 'yes'],
  [12.5, '12.5'],
  ['billing', 'billing'],
  [[], 'none'],
  [
    [
      { kind: 'fiber', plan: 'Fiber 1 Gig', price: 80 },
      { kind: 'tv', plan: 'TV Plus', price: 60 },
    ],
    'fiber Fiber 1 Gig; tv TV Plus',
  ],
  [['a', 'b'], 'a; b'],
  ['x'.repeat(90), `${'x'.repeat(80)}…`],
])('%j reads %s', (value, text) => {
  expect(shownValue(value)).toBe(text);
});

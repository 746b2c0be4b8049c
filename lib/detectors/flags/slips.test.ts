import { expect, test } from 'vitest';
import { mistyped } from './slips';

test('the same seed slips the same way, another one otherwise', () => {
  const text = 'please connect me with somebody from support';
  expect(mistyped(text, 1)).toBe(mistyped(text, 1));
  expect(new Set(Array.from({ length: 12 }, (_, seed) => mistyped(text, seed))).size).toBeGreaterThan(8);
});

test('short words stay whole, and an empty text too', () => {
  expect(mistyped('a big pan', 3).replaceAll(' ', '')).toBe('abigpan');
  expect(mistyped('', 3)).toBe('');
});

test('a slip changes little', () => {
  for (let seed = 0; seed < 50; seed++) {
    const slipped = mistyped('somebody', seed);
    expect(Math.abs(slipped.length - 'somebody'.length)).toBeLessThanOrEqual(2);
    expect(slipped).toMatch(/^[a-z]+$/);
  }
});

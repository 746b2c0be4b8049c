import { expect, test } from 'vitest';
import { costMicros, priceOf } from './prices';
import { addSpent } from './spent';
import { loadTokenizer } from './tokens';

test('a price counts cached input for less and rounds up to a millionth', () => {
  expect(costMicros('gpt-4.1-mini', { input: 1000, cached: 400, output: 100 })).toBe(
    600 * 0.4 + 400 * 0.1 + 100 * 1.6,
  );
  expect(costMicros('gpt-4.1-mini', { input: 1, cached: 0, output: 0 })).toBe(1);
});

test('a dated snapshot has the price of its model; an unknown model has none', () => {
  expect(priceOf('gpt-5-mini-2025-08-07')).toEqual(priceOf('gpt-5-mini'));
  expect(priceOf('llama-4-70b')).toBeNull();
  expect(priceOf('constructor')).toBeNull();
  expect(costMicros('llama-4-70b', { input: 10, cached: 0, output: 10 })).toBeNull();
});

test('an unknown price makes the sum unknown, not zero', () => {
  const known = { tokensIn: 1, tokensOut: 2, costMicros: 3 };
  expect(addSpent(known, known)).toEqual({ tokensIn: 2, tokensOut: 4, costMicros: 6 });
  expect(addSpent(known, { ...known, costMicros: null }).costMicros).toBeNull();
});

test('tokens are counted in the o200k vocabulary, and the spelling of a special token is just text', async () => {
  const count = await loadTokenizer();
  expect(count('hello world')).toBe(2);
  expect(count('<|endoftext|>')).toBeGreaterThan(1);
  expect(count('')).toBe(0);
  expect(count('\ud800')).toBeGreaterThan(0);
});

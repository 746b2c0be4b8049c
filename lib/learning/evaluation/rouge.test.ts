import { describe, expect, it } from 'vitest';
import { rougeL, rougeN } from './rouge';

describe('rouge', () => {
  it('is 1 for the same words and 0 for none in common', () => {
    expect(rougeN('the cat sat', 'The cat sat.', 1)).toBe(1);
    expect(rougeL('the cat sat', 'The cat sat.')).toBe(1);
    expect(rougeN('dogs bark', 'the cat sat', 1)).toBe(0);
  });

  it('clips repeated words', () => {
    expect(rougeN('the the the', 'the cat', 1)).toBeCloseTo(2 / 5);
  });

  it('wants order for n-grams and subsequences', () => {
    expect(rougeN('sat cat the', 'the cat sat', 2)).toBe(0);
    expect(rougeL('sat the cat', 'the cat sat')).toBeCloseTo(2 / 3);
  });
});

import { describe, expect, it } from 'vitest';
import {
  areaUnderRoc,
  averagePrecision,
  brierScore,
  calibrationError,
  detection,
  macroF1,
  percentile,
} from './metrics';

describe('metrics', () => {
  it('counts precision, recall and F1 of a class', () => {
    const { precision, recall, f1 } = detection(['a', 'a', 'b', 'b'], ['a', 'b', 'a', 'b'], 'a');
    expect([precision, recall, f1]).toEqual([0.5, 0.5, 0.5]);
  });

  it('gives every class the same say in macro F1', () => {
    expect(macroF1(['a', 'a', 'a', 'b'], ['a', 'a', 'a', 'a'])).toBeCloseTo((6 / 7 + 0) / 2);
  });

  it('takes the nearest rank', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([], 0.5)).toBe(0);
  });

  it('ranks with ties counted half', () => {
    expect(areaUnderRoc([true, false, true, false], [0.9, 0.1, 0.5, 0.5])).toBeCloseTo(0.875);
    expect(areaUnderRoc([true], [1])).toBe(0.5);
  });

  it('averages precision at the positives', () => {
    expect(averagePrecision([true, false, true], [0.9, 0.8, 0.7])).toBeCloseTo((1 + 2 / 3) / 2);
    expect(averagePrecision([false], [1])).toBe(0);
  });

  it('averages precision without a say in the order of equal scores', () => {
    const scores = [0.5, 0.5, 0.5, 0.1];
    expect(averagePrecision([true, false, false, true], scores)).toBeCloseTo((1 / 3 + 2 / 4) / 2);
    expect(averagePrecision([false, false, true, true], scores)).toBeCloseTo((1 / 3 + 2 / 4) / 2);
  });

  it('measures how far probabilities are from what happened', () => {
    expect(brierScore([true, false], [1, 0.5])).toBeCloseTo(0.125);
    expect(calibrationError([true, false], [0.95, 0.95])).toBeCloseTo(0.45);
    // Two bins: three rows of four right at 0.5, one row wrong at 1.
    expect(calibrationError([true, true, true, false, false], [0.5, 0.5, 0.5, 0.5, 1])).toBeCloseTo(
      (4 * 0.25 + 1) / 5,
    );
    expect(calibrationError([], [])).toBe(0);
  });
});

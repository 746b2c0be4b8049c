import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/core/random';
import { fitSharpness, type HeldOut, logLoss } from './calibration';

/** Rows whose label is drawn from the softmax of the margins at a known sharpness. */
const drawn = (sharpness: number): HeldOut[] => {
  const random = seededRandom(3);
  return Array.from({ length: 2000 }, () => {
    const margin = random() * 2 - 1;
    const first = 1 / (1 + Math.exp(-sharpness * margin));
    return { margins: Float64Array.of(margin, 0), label: random() < first ? 0 : 1 };
  });
};

describe('temperature', () => {
  it('finds the sharpness that the labels were drawn with', () => {
    expect(fitSharpness(drawn(4))).toBeGreaterThan(3.3);
    expect(fitSharpness(drawn(4))).toBeLessThan(4.7);
    expect(fitSharpness(drawn(1))).toBeLessThan(1.5);
  });

  it('has the least loss of its neighbours', () => {
    const rows = drawn(3);
    const best = fitSharpness(rows);
    expect(logLoss(rows, best)).toBeLessThanOrEqual(logLoss(rows, best * 1.2));
    expect(logLoss(rows, best)).toBeLessThanOrEqual(logLoss(rows, best / 1.2));
  });

  it('leaves margins as they are when nothing was held out', () => {
    expect(fitSharpness([])).toBe(1);
  });
});

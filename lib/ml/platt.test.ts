import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/random';
import { logistic } from './logistic';
import { brierScore } from './metrics';
import { fitPlatt } from './platt';

/** Margins, and labels that are true with the chance that `slope * margin + offset` stands for. */
const drawn = (slope: number, offset: number) => {
  const random = seededRandom(3);
  const margins = Array.from({ length: 4000 }, () => 6 * random() - 3);
  return { margins, labels: margins.map((margin) => random() < logistic(slope * margin + offset)) };
};

describe('Platt scaling', () => {
  it.each([
    [1, 0],
    [0.4, -1],
    [2.5, 0.7],
  ])('finds slope %d and offset %d again', (slope, offset) => {
    const { margins, labels } = drawn(slope, offset);
    const fitted = fitPlatt(margins, labels);
    expect(Math.abs(fitted.slope - slope)).toBeLessThan(0.2);
    expect(Math.abs(fitted.offset - offset)).toBeLessThan(0.2);
  });

  it('makes margins that are too sure honest', () => {
    const { margins, labels } = drawn(0.4, 0);
    const { slope, offset } = fitPlatt(margins, labels);
    const of = (a: number, b: number) =>
      brierScore(
        labels,
        margins.map((margin) => logistic(a * margin + b)),
      );
    expect(of(slope, offset)).toBeLessThan(of(1, 0));
  });

  it('never turns the order round, and keeps to the share where margins say nothing', () => {
    const { margins, labels } = drawn(-1, 0);
    expect(fitPlatt(margins, labels).slope).toBeGreaterThan(0);
    const flat = fitPlatt(
      labels.map(() => 0),
      labels.map((_, i) => i % 4 === 0),
    );
    expect(logistic(flat.offset)).toBeCloseTo(0.25, 2);
  });

  it('stays finite where one label is missing or margins part the labels', () => {
    for (const labels of [
      [true, true, true],
      [false, true, true],
    ]) {
      const { slope, offset } = fitPlatt([-2, 1, 2], labels);
      expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/core/random';
import { type Choice, choiceProbabilities, fitEvidence } from './conditional-logit';

/** Rows of three choices whose truth is drawn from known weights of two kinds of evidence. */
const drawn = (weights: [number, number]): Choice[] => {
  const random = seededRandom(5);
  return Array.from({ length: 3000 }, () => {
    const evidence = [0, 1].map(() => Float64Array.from({ length: 3 }, () => random() * 2 - 1));
    const p = choiceProbabilities(evidence, weights);
    const at = random();
    const truth = at < (p[0] ?? 0) ? 0 : at < (p[0] ?? 0) + (p[1] ?? 0) ? 1 : 2;
    return { evidence, truth };
  });
};

describe('conditional logit', () => {
  it('finds the weights that the choices were drawn with', () => {
    const [a, b] = fitEvidence(drawn([2, 0.5]));
    expect(a).toBeGreaterThan(1.8);
    expect(a).toBeLessThan(2.2);
    expect(b).toBeGreaterThan(0.35);
    expect(b).toBeLessThan(0.65);
  });

  it('gives probabilities that sum to one, and more to more evidence', () => {
    const p = choiceProbabilities([Float64Array.of(1, 0, 700), Float64Array.of(0, 0, 1)], [1, 2]);
    expect(p.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(p[2]).toBeCloseTo(1, 9);
    expect(p[0]).toBeGreaterThan(p[1] ?? 1);
  });

  it('weighs both alike when nothing was held out, and stays finite when they say the same', () => {
    expect(fitEvidence([])).toEqual([1, 1]);
    const same = drawn([2, 0]).map(({ evidence: [a], truth }) => ({
      evidence: [a ?? new Float64Array(3), a ?? new Float64Array(3)],
      truth,
    }));
    expect(fitEvidence(same).every(Number.isFinite)).toBe(true);
  });

  it('stays finite when the evidence is never wrong', () => {
    const perfect = Array.from({ length: 20 }, (_, at) => ({
      evidence: [Float64Array.of(at % 2, (at + 1) % 2), Float64Array.of(0, 0)],
      truth: at % 2 === 0 ? 1 : 0,
    }));
    const weights = fitEvidence(perfect);
    expect(weights.every((weight) => Number.isFinite(weight) && Math.abs(weight) < 100)).toBe(true);
  });
});

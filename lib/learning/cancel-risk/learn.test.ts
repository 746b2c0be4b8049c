import { describe, expect, it } from 'vitest';
import { seededRandom, shuffle } from '@/lib/core/random';
import { type RiskValues, riskBandOf } from '@/lib/domain/cancel-risk';
import { cancelOutcomes } from '@/prisma/seed/history/cancel-outcomes';
import { rowOf } from './features';
import { scoreCancelRisk } from './score';
import { LEAST_LEFT, LEAST_OUTCOMES, learnCancelRisk, type RiskOutcome } from './train';
import { riskWeightsSchema } from './weights';

const outcomes = cancelOutcomes(new Date('2026-11-21')) as unknown as (RiskOutcome & {
  features: RiskValues;
})[];
const lesson = learnCancelRisk(outcomes);
if (lesson.is !== 'learnt') throw new Error(lesson.because);
const model = { weights: lesson.weights, version: 'cancel-risk 1' };

/** So many who stayed and who left, of those there are. */
const some = (stayed: number, left: number): RiskOutcome[] => [
  ...outcomes.filter((outcome) => !outcome.left).slice(0, stayed),
  ...outcomes.filter((outcome) => outcome.left).slice(0, left),
];

describe('learning cancel risk', () => {
  it.each([
    [LEAST_OUTCOMES - LEAST_LEFT - 1, LEAST_LEFT],
    [LEAST_OUTCOMES, LEAST_LEFT - 1],
    [0, 0],
  ])('says that %d who stayed and %d who left are too few', (stayed, left) => {
    expect(learnCancelRisk(some(stayed, left))).toEqual({
      is: 'too-few',
      because: expect.stringContaining(
        `${stayed + left} outcomes are known and ${left} of these customers left`,
      ),
    });
  });

  it('is done with the least there may be', () => {
    expect(learnCancelRisk(some(LEAST_OUTCOMES - LEAST_LEFT, LEAST_LEFT)).is).toBe('learnt');
  });

  it('is better than giving everyone the same chance, on outcomes not seen', () => {
    expect(lesson.metrics.auc).toBeGreaterThan(0.7);
    expect(lesson.metrics.brier).toBeLessThan(lesson.metrics.brierOfShare);
  });

  it('learns nothing where features and leaving have nothing to do with each other', () => {
    const labels = shuffle(
      outcomes.map(({ left }) => left),
      seededRandom(5),
    );
    const noise = learnCancelRisk(outcomes.map((outcome, i) => ({ ...outcome, left: labels[i] ?? false })));
    expect(noise.is === 'learnt' && noise.metrics.auc).toBeLessThan(0.6);
  });

  it('gives the same weights for the same outcomes, and they are read back', () => {
    expect(learnCancelRisk(outcomes)).toEqual(lesson);
    expect(riskWeightsSchema.parse(JSON.parse(JSON.stringify(lesson.weights)))).toEqual(lesson.weights);
  });

  it('refuses weights whose trees speak of features that are not named', () => {
    expect(riskWeightsSchema.safeParse({ ...lesson.weights, features: ['tenure_months'] }).success).toBe(
      false,
    );
  });
});

describe('scoring cancel risk', () => {
  const scores = outcomes.map(({ features }) => scoreCancelRisk(model, features));

  it('gives a calibrated chance: over many customers it adds up to those who left', () => {
    const expected = scores.reduce((sum, { score }) => sum + score, 0);
    expect(expected / lesson.metrics.left).toBeGreaterThan(0.85);
    expect(expected / lesson.metrics.left).toBeLessThan(1.15);
    for (const { score, band } of scores) expect(band).toBe(riskBandOf(score));
  });

  it('names at most five drivers, the strongest first, each of a figure that is known', () => {
    for (const [i, { drivers }] of scores.entries()) {
      expect(drivers.length).toBeLessThanOrEqual(5);
      const weights = drivers.map(({ weight }) => Math.abs(weight));
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
      for (const { id, says } of drivers) {
        expect(outcomes[i]?.features[id as keyof RiskValues]).not.toBeNull();
        expect(says).not.toBe('');
      }
    }
    expect(scores.some(({ drivers }) => drivers.some(({ weight }) => weight > 0))).toBe(true);
    expect(scores.some(({ drivers }) => drivers.some(({ weight }) => weight < 0))).toBe(true);
  });

  it('reads figures by the names its weights know them by; one that is no longer read is missing', () => {
    expect([
      ...rowOf(['services', 'no_longer_read', 'tenure_months'], { tenure_months: 3, services: 2 }),
    ]).toEqual([2, Number.NaN, 3]);
  });
});

import { expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import { RISK_FEATURES } from '@/lib/domain/cancel-risk';
import { cancelOutcomes } from './cancel-outcomes';

const NOW = new Date('2026-11-21T09:00:00Z');
const outcomes = cancelOutcomes(NOW);
const plain = (given: typeof outcomes) => given.map(({ id: _id, ...rest }) => rest);

it('makes up the same outcomes each time, of nobody, each with every figure that cancel risk is learnt from', () => {
  expect(plain(cancelOutcomes(NOW))).toEqual(plain(outcomes));
  for (const { features, customerId } of outcomes) {
    expect(Object.keys(features as object)).toEqual([...RISK_FEATURES]);
    expect(customerId).toBeNull();
  }
});

it('has enough to learn from, of days whose outcome is known by now', () => {
  const left = outcomes.filter((outcome) => outcome.left).length;
  expect(outcomes.length).toBeGreaterThan(600);
  expect(left).toBeGreaterThan(60);
  expect(left).toBeLessThan(outcomes.length / 3);
  for (const { on } of outcomes) expect(NOW.getTime() - new Date(on).getTime()).toBeGreaterThan(60 * DAY);
});

it('lets more of those leave whose mood was bad, and fewer under a price lock', () => {
  const share = (holds: (features: Record<string, number | null>) => boolean): number => {
    const those = outcomes.filter(({ features }) => holds(features as Record<string, number | null>));
    return those.filter(({ left }) => left).length / those.length;
  };
  const all = share(() => true);
  expect(share(({ mood }) => mood === -1)).toBeGreaterThan(1.5 * all);
  expect(share(({ lock_months_left }) => Number(lock_months_left) > 0)).toBeLessThan(0.7 * all);
});

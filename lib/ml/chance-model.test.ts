import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/random';
import { chanceModelSchema, chanceOfRow, explainRow, logOddsOf, trainChance } from './chance-model';
import { logistic } from './logistic';
import { areaUnderRoc, brierScore, calibrationError } from './metrics';

/** Rows whose chance is known: the first two features together, the third nothing, a tenth of the second missing. */
const drawn = (count: number, seed: number) => {
  const random = seededRandom(seed);
  const rows = Array.from({ length: count }, () => [
    random(),
    random() < 0.1 ? Number.NaN : random(),
    random(),
  ]);
  const chances = rows.map(([a = 0, b = 0]) =>
    logistic(-2 + 2 * a + (a > 0.5 && b > 0.5 ? 2 : 0) + (Number.isNaN(b) ? 1 : 0)),
  );
  return { rows, chances, labels: chances.map((chance) => random() < chance) };
};

const train = drawn(2000, 1);
const test = drawn(2000, 2);
const { model, heldOut } = trainChance(train);
const guesses = test.rows.map((row) => chanceOfRow(model, row));

describe('a learnt chance', () => {
  it('is close to the true one, and calibrated, on rows it never saw', () => {
    const share = train.labels.filter(Boolean).length / train.labels.length;
    const farOff = (given: (i: number) => number): number =>
      test.chances.reduce((sum, chance, i) => sum + Math.abs(given(i) - chance), 0);
    expect(farOff((i) => guesses[i] ?? 0)).toBeLessThan(0.35 * farOff(() => share));
    expect(calibrationError(test.labels, guesses)).toBeLessThan(0.05);
    expect(areaUnderRoc(test.labels, guesses)).toBeGreaterThan(
      areaUnderRoc(test.labels, test.chances) - 0.02,
    );
  });

  it('is judged on held-out rows about as it turns out', () => {
    expect(Math.abs(brierScore(train.labels, heldOut) - brierScore(test.labels, guesses))).toBeLessThan(0.02);
  });

  it('is taken apart by feature: base and shares add up to its log-odds, for any row', () => {
    const value = fc.oneof(fc.double({ min: -1, max: 2, noNaN: true }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.tuple(value, value, value), (row) => {
        const { base, shares } = explainRow(model, row);
        expect(shares.reduce((sum, share) => sum + share, base)).toBeCloseTo(logOddsOf(model, row), 9);
      }),
    );
  });

  it('gives more to the feature that matters than to the one that does not', () => {
    const total = [0, 0, 0];
    for (const row of test.rows.slice(0, 200))
      for (const [i, share] of explainRow(model, row).shares.entries())
        total[i] = (total[i] ?? 0) + Math.abs(share);
    expect(total[0]).toBeGreaterThan(5 * (total[2] ?? 0));
  });

  it('is the same for the same rows, and after a way through JSON', () => {
    expect(trainChance(train)).toEqual({ model, heldOut });
    const back = chanceModelSchema.parse(JSON.parse(JSON.stringify(model)));
    expect(test.rows.map((row) => chanceOfRow(back, row))).toEqual(guesses);
  });
});

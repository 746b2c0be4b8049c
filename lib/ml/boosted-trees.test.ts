import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/random';
import {
  BOOSTING,
  boostedTreesSchema,
  type LabelledRows,
  marginOf,
  trainBoostedTrees,
} from './boosted-trees';
import { areaUnderRoc } from './metrics';

const NOBODY: LabelledRows = { rows: [], labels: [] };
const OPTIONS = { ...BOOSTING, rounds: 60, leastWeight: 1 };

/** Rows of three features in [0, 1) with labels by a rule. */
const drawn = (
  count: number,
  seed: number,
  rule: (row: number[], random: () => number) => boolean,
): LabelledRows => {
  const random = seededRandom(seed);
  const rows = Array.from({ length: count }, () => [random(), random(), random()]);
  return { rows, labels: rows.map((row) => rule(row, random)) };
};

const auc = (model: ReturnType<typeof trainBoostedTrees>, { rows, labels }: LabelledRows): number =>
  areaUnderRoc(
    labels,
    rows.map((row) => marginOf(model, row)),
  );

const either = ([a = 0, b = 0]: number[]): boolean => a > 0.5 !== b > 0.5;

describe('boosted trees', () => {
  it('learn what holds only for two features together', () => {
    const model = trainBoostedTrees(drawn(800, 1, either), NOBODY, { ...OPTIONS, depth: 3, columnShare: 1 });
    expect(auc(model, drawn(400, 2, either))).toBeGreaterThan(0.97);
  });

  it('are the same for the same seed, and others for another', () => {
    const data = drawn(300, 3, ([a = 0], random) => random() < a);
    const of = (seed: number) => JSON.stringify(trainBoostedTrees(data, NOBODY, { ...OPTIONS, seed }));
    expect(of(7)).toBe(of(7));
    expect(of(7)).not.toBe(of(8));
  });

  it('send a missing value where it did better, whichever side that is', () => {
    for (const missingIs of [true, false]) {
      const random = seededRandom(4);
      const rows = Array.from({ length: 600 }, () => [random() < 0.4 ? Number.NaN : random()]);
      const labels = rows.map(([a = 0]) => (Number.isNaN(a) ? missingIs : a > 0.5));
      const model = trainBoostedTrees({ rows, labels }, NOBODY, { ...OPTIONS, columnShare: 1 });
      expect(marginOf(model, [Number.NaN]) > 0).toBe(missingIs);
      expect(marginOf(model, [])).toBe(marginOf(model, [Number.NaN]));
    }
  });

  it('stop by the watched rows: noise teaches them nothing', () => {
    const noise = (_row: number[], random: () => number): boolean => random() < 0.3;
    const watched = drawn(400, 6, noise);
    const model = trainBoostedTrees(drawn(400, 5, noise), watched, { ...OPTIONS, rounds: 200, patience: 15 });
    expect(model.trees.length).toBeLessThan(40);
  });

  it('say the share of the labels where there is nothing to split', () => {
    const labels = Array.from({ length: 100 }, (_, i) => i < 20);
    const model = trainBoostedTrees({ rows: labels.map(() => [1]), labels }, NOBODY, OPTIONS);
    expect(1 / (1 + Math.exp(-marginOf(model, [1])))).toBeCloseTo(0.2, 1);
  });

  it('do not depend on the scale of a feature', () => {
    const data = drawn(300, 8, ([a = 0], random) => random() < a * a);
    const scaled = { ...data, rows: data.rows.map((row) => Array.from(row, (value) => Math.exp(5 * value))) };
    const [plain, other] = [data, scaled].map((each) => {
      const model = trainBoostedTrees(each, NOBODY, OPTIONS);
      return each.rows.map((row) => Math.round(1e6 * marginOf(model, row)));
    });
    expect(other).toEqual(plain);
  });

  it('are plain JSON: what is read back says the same of any row', () => {
    const model = trainBoostedTrees(drawn(300, 9, either), NOBODY, OPTIONS);
    const back = boostedTreesSchema.parse(JSON.parse(JSON.stringify(model)));
    const value = fc.oneof(fc.double({ min: -2, max: 2, noNaN: true }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.tuple(value, value, value), (row) => {
        expect(marginOf(back, row)).toBe(marginOf(model, row));
      }),
    );
  });

  it.each([
    ['a child that comes before its parent', { left: [0, -1, -1] }],
    ['a child that is not there', { right: [9, -1, -1] }],
    ['columns of unequal length', { value: [0] }],
  ])('refuse %s: a walk would not end, or end nowhere', (_what, change) => {
    const tree = {
      feature: [0, -1, -1],
      threshold: [0.5, 0, 0],
      missingLeft: [true, false, false],
      left: [1, -1, -1],
      right: [2, -1, -1],
      value: [0, 1, -1],
      rows: [2, 1, 1],
    };
    const model = (trees: unknown[]) => boostedTreesSchema.safeParse({ base: 0, trees }).success;
    expect(model([tree])).toBe(true);
    expect(model([{ ...tree, ...change }])).toBe(false);
  });
});

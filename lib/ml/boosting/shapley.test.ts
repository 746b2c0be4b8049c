import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/random';
import { BOOSTING, trainBoostedTrees } from '../boosted-trees';
import type { FeatureRow } from './bins';
import { addShapley, meanOf } from './shapley';
import { childOf, leafValue, type Tree } from './tree';

const FEATURES = 4;

/** Trees of four splits a way over four features, some asked twice. */
const TREES: readonly Tree[] = (() => {
  const random = seededRandom(11);
  const rows = Array.from({ length: 400 }, () =>
    Array.from({ length: FEATURES }, () => (random() < 0.1 ? Number.NaN : random())),
  );
  const labels = rows.map(([a = 0, b = 0, c = 0]) => (a > 0.3 && b < 0.6) || (a > 0.8 && !(c < 0.5)));
  const options = { ...BOOSTING, depth: 4, rounds: 12, leastWeight: 0.5, columnShare: 1 };
  return trainBoostedTrees({ rows, labels }, { rows: [], labels: [] }, options).trees;
})();

/** What a tree says when only some features are known: a split on another sends training rows both ways (algorithm 1 of Lundberg 2018). */
const expected = (tree: Tree, row: FeatureRow, known: ReadonlySet<number>, node = 0): number => {
  const feature = tree.feature[node] ?? -1;
  if (feature < 0) return tree.value[node] ?? 0;
  if (known.has(feature)) return expected(tree, row, known, childOf(tree, node, row));
  const children = [tree.left[node] ?? 0, tree.right[node] ?? 0];
  return children.reduce(
    (sum, child) =>
      sum + (expected(tree, row, known, child) * (tree.rows[child] ?? 0)) / (tree.rows[node] ?? 1),
    0,
  );
};

/** The mean of what a feature adds over every order in which features become known: Shapley's definition, at length. */
const byDefinition = (tree: Tree, row: FeatureRow): number[] => {
  const orders = (rest: number[]): number[][] =>
    rest.length === 0 ? [[]] : rest.flatMap((x) => orders(rest.filter((y) => y !== x)).map((o) => [x, ...o]));
  const all = orders(Array.from({ length: FEATURES }, (_, i) => i));
  const shares = new Array<number>(FEATURES).fill(0);
  for (const order of all) {
    const known = new Set<number>();
    for (const feature of order) {
      const before = expected(tree, row, known);
      known.add(feature);
      shares[feature] = (shares[feature] ?? 0) + (expected(tree, row, known) - before) / all.length;
    }
  }
  return shares;
};

const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  fc.constant(Number.NaN),
);
const anyRow = fc.tuple(value, value, value, value);
const anyTree = fc.constantFrom(...TREES);

describe('contributions of features', () => {
  it('add up to what the tree says, less its mean', () => {
    fc.assert(
      fc.property(anyTree, anyRow, (tree, row) => {
        const shares = new Float64Array(FEATURES);
        addShapley(tree, row, shares);
        const sum = shares.reduce((total, share) => total + share, meanOf(tree));
        expect(sum).toBeCloseTo(leafValue(tree, row), 9);
      }),
    );
  });

  it('are Shapley values as they are defined', () => {
    fc.assert(
      fc.property(anyTree, anyRow, (tree, row) => {
        const shares = new Float64Array(FEATURES);
        addShapley(tree, row, shares);
        for (const [feature, share] of byDefinition(tree, row).entries())
          expect(shares[feature]).toBeCloseTo(share, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('come from trees that ask a feature twice on one way', () => {
    const asksTwice = (tree: Tree, node: number, asked: readonly number[]): boolean => {
      const feature = tree.feature[node] ?? -1;
      if (feature < 0) return false;
      const seen = [...asked, feature];
      return (
        asked.includes(feature) ||
        asksTwice(tree, tree.left[node] ?? 0, seen) ||
        asksTwice(tree, tree.right[node] ?? 0, seen)
      );
    };
    expect(TREES.some((tree) => asksTwice(tree, 0, []))).toBe(true);
  });
});

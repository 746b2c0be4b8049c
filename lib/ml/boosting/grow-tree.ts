import { type BinnedTable, MISSING_BIN } from './bins';
import { bestSplit, type Gradients, type Penalty, type Split } from './split';
import type { Tree } from './tree';

export interface TreeOptions extends Penalty {
  /** Splits from the root to a leaf, at most. */
  depth: number;
  /** What of a leaf's Newton step is taken (shrinkage). */
  rate: number;
}

const goesLeft = (bin: number, split: Split): boolean =>
  bin === MISSING_BIN ? split.missingLeft : bin <= split.bin;

const parted = (table: BinnedTable, rows: Int32Array, split: Split): [Int32Array, Int32Array] => {
  const column = table.columns[split.feature] ?? new Uint8Array();
  const left = new Int32Array(rows.length);
  const right = new Int32Array(rows.length);
  let [lefts, rights] = [0, 0];
  for (const row of rows)
    if (goesLeft(column[row] ?? MISSING_BIN, split)) left[lefts++] = row;
    else right[rights++] = row;
  return [left.subarray(0, lefts), right.subarray(0, rights)];
};

/** A leaf's value: the Newton step of its rows, shrunk (equation 5 of Chen & Guestrin 2016). */
const stepOf = (rows: Int32Array, { first, second }: Gradients, { l2, rate }: TreeOptions): number => {
  let slope = 0;
  let curve = 0;
  for (const row of rows) {
    slope += first[row] ?? 0;
    curve += second[row] ?? 0;
  }
  return (-slope / (curve + l2)) * rate;
};

/** Grows one tree on some rows and some columns of a table. At least one row. */
export const growTree = (
  table: BinnedTable,
  rows: Int32Array,
  columns: Int32Array,
  gradients: Gradients,
  options: TreeOptions,
): Tree => {
  const tree: Tree = {
    feature: [],
    threshold: [],
    missingLeft: [],
    left: [],
    right: [],
    value: [],
    rows: [],
  };
  const grow = (here: Int32Array, depth: number): number => {
    const node = tree.feature.length;
    const split = depth === 0 ? null : bestSplit(table, here, columns, gradients, options);
    tree.feature.push(split?.feature ?? -1);
    tree.threshold.push(split ? (table.cuts[split.feature]?.[split.bin] ?? 0) : 0);
    tree.missingLeft.push(split?.missingLeft ?? false);
    tree.left.push(-1);
    tree.right.push(-1);
    tree.value.push(split ? 0 : stepOf(here, gradients, options));
    tree.rows.push(here.length);
    if (split) {
      const [left, right] = parted(table, here, split);
      tree.left[node] = grow(left, depth - 1);
      tree.right[node] = grow(right, depth - 1);
    }
    return node;
  };
  grow(rows, options.depth);
  return tree;
};

import { seededRandom } from '@/lib/core/random';
import type { SparseRow } from './tfidf';

export interface SvmOptions {
  /** Weight of an error against the size of the weights. */
  cost: number;
  /** Passes over the rows at most. */
  passes: number;
  /** Training stops when no row's gradient is further from its bound than this. */
  tolerance: number;
  seed: number;
  /** Cost factor of a row, for classes of unequal size. */
  rowCost?: (row: number) => number;
}

export const DEFAULT_SVM: SvmOptions = { cost: 0.4, passes: 6, tolerance: 0.05, seed: 7 };

/**
 * Weights of one class against the rest, one figure per column and the bias last: L2-regularised squared-hinge SVM by dual
 * coordinate descent with shrinking (Hsieh et al., ICML 2008, algorithm 3). `sign[row]` is 1 for rows of the class, -1 for others;
 * `squares` are the rows' squared lengths, for whoever trains many classes on the same rows.
 */
export const trainBinary = (
  rows: readonly SparseRow[],
  sign: Int8Array,
  columns: number,
  options: SvmOptions,
  squares: ArrayLike<number> = squaredLengths(rows),
): Float64Array => {
  const weights = new Float64Array(columns + 1);
  const random = seededRandom(options.seed);
  const count = rows.length;
  const alpha = new Float64Array(count);
  const slack = new Float64Array(count);
  const curvature = new Float64Array(count);
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    order[i] = i;
    slack[i] = 1 / (2 * options.cost * (options.rowCost?.(i) ?? 1));
    curvature[i] = (squares[i] ?? 0) + 1 + (slack[i] ?? 0);
  }
  let active = count;
  let ceiling = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < options.passes; pass++) {
    let largest = 0;
    for (let k = active - 1; k > 0; k--) swap(order, k, Math.floor(random() * (k + 1)));
    for (let k = 0; k < active; k++) {
      const i = order[k] ?? 0;
      const row = rows[i];
      if (!row) continue;
      const y = sign[i] ?? -1;
      const before = alpha[i] ?? 0;
      const gradient = y * margin(row, weights) - 1 + (slack[i] ?? 0) * before;
      if (before === 0 && gradient > ceiling) {
        swap(order, k--, --active);
        continue;
      }
      const projected = before === 0 ? Math.min(gradient, 0) : gradient;
      if (Math.abs(projected) < 1e-10) continue;
      largest = Math.max(largest, Math.abs(projected));
      const after = Math.max(before - gradient / (curvature[i] ?? 1), 0);
      alpha[i] = after;
      addRow(row, (after - before) * y, weights);
    }
    if (largest <= options.tolerance) {
      if (active === count) break;
      active = count;
      ceiling = Number.POSITIVE_INFINITY;
    } else {
      ceiling = largest;
    }
  }
  return weights;
};

/** Weights times row plus bias. */
const margin = ({ columns, values }: SparseRow, weights: Float64Array): number => {
  let sum = weights[weights.length - 1] ?? 0;
  for (let i = 0; i < columns.length; i++) sum += (values[i] ?? 0) * (weights[columns[i] ?? 0] ?? 0);
  return sum;
};

const addRow = ({ columns, values }: SparseRow, factor: number, weights: Float64Array): void => {
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] ?? 0;
    weights[column] = (weights[column] ?? 0) + factor * (values[i] ?? 0);
  }
  weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + factor;
};

/** The squared length of every row. */
export const squaredLengths = (rows: readonly SparseRow[]): Float64Array =>
  Float64Array.from(rows, ({ values }) => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) ** 2;
    return sum;
  });

const swap = (list: Int32Array, a: number, b: number): void => {
  const held = list[a] ?? 0;
  list[a] = list[b] ?? 0;
  list[b] = held;
};

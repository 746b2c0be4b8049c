import { seededRandom, shuffle } from '@/lib/core/random';
import { type SvmOptions, squaredLengths, trainBinary } from './linear-svm';
import type { SparseRow } from './tfidf';

/**
 * A linear model as plain data. `weights` holds, for each column, one figure per label, in steps of that label's `scale`; `bias` is
 * one figure per label. Eight bits a weight cost no accuracy that can be measured, and a quarter of the memory.
 */
export interface LinearModel {
  labels: string[];
  weights: Int8Array;
  scale: Float32Array;
  bias: Float32Array;
}

/** Rows with the number of each one's label. */
export interface LabelledRows {
  rows: SparseRow[];
  label: Int32Array;
}

export interface LinearOptions {
  svm: SvmOptions;
  /** 0 counts every example the same, 1 every class the same. */
  balance: number;
}

/** One margin per label. */
export const marginsOf = (
  { weights, scale, bias }: LinearModel,
  { columns, values }: SparseRow,
): Float64Array => {
  const classes = bias.length;
  const out = new Float64Array(classes);
  for (let i = 0; i < columns.length; i++) {
    const value = values[i] ?? 0;
    const at = (columns[i] ?? 0) * classes;
    for (let k = 0; k < classes; k++) out[k] = (out[k] ?? 0) + value * (weights[at + k] ?? 0);
  }
  return out.map((sum, k) => sum * (scale[k] ?? 0) + (bias[k] ?? 0));
};

/** One-vs-rest weights of every label. */
export const trainLinear = (
  { rows, label }: LabelledRows,
  labels: string[],
  columns: number,
  { svm, balance }: LinearOptions,
): LinearModel => {
  const classes = labels.length;
  const weights = new Int8Array(columns * classes);
  const scale = new Float32Array(classes);
  const bias = new Float32Array(classes);
  const size = new Float64Array(classes);
  for (const k of label) size[k] = (size[k] ?? 0) + 1;
  const squares = squaredLengths(rows);
  const rowCost = (row: number): number => (rows.length / classes / (size[label[row] ?? 0] ?? 1)) ** balance;
  for (let k = 0; k < classes; k++) {
    const sign = Int8Array.from(label, (own) => (own === k ? 1 : -1));
    const own = trainBinary(rows, sign, columns, { ...svm, rowCost, seed: svm.seed + k }, squares);
    const step = largestOf(own, columns) / 127 || 1;
    for (let column = 0; column < columns; column++)
      weights[column * classes + k] = Math.round((own[column] ?? 0) / step);
    scale[k] = step;
    bias[k] = own[columns] ?? 0;
  }
  return { labels, weights, scale, bias };
};

const largestOf = (figures: Float64Array, count: number): number => {
  let largest = 0;
  for (let i = 0; i < count; i++) largest = Math.max(largest, Math.abs(figures[i] ?? 0));
  return largest;
};

/** Fold of every row: rows of each label are dealt out in turn, in seeded order. */
const foldsOf = (label: Int32Array, folds: number, seed: number): Int32Array => {
  const fold = new Int32Array(label.length);
  const dealt = new Map<number, number>();
  for (const row of shuffle([...label.keys()], seededRandom(seed))) {
    const next = dealt.get(label[row] ?? 0) ?? 0;
    fold[row] = next % folds;
    dealt.set(label[row] ?? 0, next + 1);
  }
  return fold;
};

/** The rows of some numbers, with their labels. */
const partOf = ({ rows, label }: LabelledRows, numbers: readonly number[]): LabelledRows => ({
  rows: numbers.flatMap((row) => rows[row] ?? []),
  label: Int32Array.from(numbers, (row) => label[row] ?? 0),
});

/** Rows in two: one of `folds` equal parts of every label is held out, the others are kept. */
export const holdOut = (
  data: LabelledRows,
  folds: number,
  seed: number,
): { kept: LabelledRows; out: LabelledRows } => {
  const fold = foldsOf(data.label, folds, seed);
  const numbers = [...data.label.keys()];
  return {
    kept: partOf(
      data,
      numbers.filter((row) => fold[row] !== 0),
    ),
    out: partOf(
      data,
      numbers.filter((row) => fold[row] === 0),
    ),
  };
};

/** Cross-validation: `train` gets all folds but one, `visit` each row of that one with what was trained. */
export const crossValidate = <Model>(
  { rows, label }: LabelledRows,
  folds: number,
  seed: number,
  train: (part: LabelledRows) => Model,
  visit: (model: Model, row: SparseRow, label: number, at: number) => void,
): void => {
  const fold = foldsOf(label, folds, seed);
  for (let part = 0; part < folds; part++) {
    const kept = [...label.keys()].filter((row) => fold[row] !== part);
    const model = train(partOf({ rows, label }, kept));
    rows.forEach((row, at) => {
      if (fold[at] === part) visit(model, row, label[at] ?? 0, at);
    });
  }
};

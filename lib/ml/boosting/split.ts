import { type BinnedTable, MISSING_BIN } from './bins';

/** First and second derivatives of the loss by each row's margin. */
export interface Gradients {
  first: Float64Array;
  second: Float64Array;
}

/** What keeps a tree from learning single rows by heart. */
export interface Penalty {
  /** L2 penalty of leaf values (lambda). */
  l2: number;
  /** The least a split must gain (gamma). */
  leastGain: number;
  /** The least sum of second derivatives in a child. */
  leastWeight: number;
}

export interface Split {
  feature: number;
  /** Bins up to this one go left. */
  bin: number;
  missingLeft: boolean;
  gain: number;
}

const scoreOf = (first: number, second: number, l2: number): number => (first * first) / (second + l2);

/** Sums of derivatives and row counts by bin; written over for each column. */
const histogram = { first: new Float64Array(256), second: new Float64Array(256), rows: new Int32Array(256) };

const fillHistogram = (column: Uint8Array, rows: Int32Array, { first, second }: Gradients): void => {
  histogram.first.fill(0);
  histogram.second.fill(0);
  histogram.rows.fill(0);
  for (const row of rows) {
    const bin = column[row] ?? MISSING_BIN;
    histogram.first[bin] = (histogram.first[bin] ?? 0) + (first[row] ?? 0);
    histogram.second[bin] = (histogram.second[bin] ?? 0) + (second[row] ?? 0);
    histogram.rows[bin] = (histogram.rows[bin] ?? 0) + 1;
  }
};

/**
 * The split of these rows that gains most: half of what both children score beyond their parent (equation 7 of Chen & Guestrin, "XGBoost",
 * KDD 2016), over histograms; rows with a missing value are tried on either side (their algorithm 3). Null when none gains enough.
 */
export const bestSplit = (
  table: BinnedTable,
  rows: Int32Array,
  columns: Int32Array,
  gradients: Gradients,
  { l2, leastGain, leastWeight }: Penalty,
): Split | null => {
  let first = 0;
  let second = 0;
  for (const row of rows) {
    first += gradients.first[row] ?? 0;
    second += gradients.second[row] ?? 0;
  }
  const parent = scoreOf(first, second, l2);
  let best: Split | null = null;
  for (const feature of columns) {
    const column = table.columns[feature];
    const cuts = table.cuts[feature]?.length ?? 0;
    if (!column || cuts === 0) continue;
    fillHistogram(column, rows, gradients);
    const unknown = histogram.rows[MISSING_BIN] ?? 0;
    const missing = { first: histogram.first[MISSING_BIN] ?? 0, second: histogram.second[MISSING_BIN] ?? 0 };
    let leftFirst = 0;
    let leftSecond = 0;
    let leftRows = 0;
    for (let bin = 0; bin < cuts; bin++) {
      if (histogram.rows[bin] === 0) continue;
      leftFirst += histogram.first[bin] ?? 0;
      leftSecond += histogram.second[bin] ?? 0;
      leftRows += histogram.rows[bin] ?? 0;
      // With nothing missing here, a value that is missing later goes where most rows went.
      const sides = unknown > 0 ? [true, false] : [leftRows * 2 >= rows.length];
      for (const missingLeft of sides) {
        const inLeft = missingLeft ? missing : { first: 0, second: 0 };
        const weight = leftSecond + inLeft.second;
        if (weight < leastWeight || second - weight < leastWeight) continue;
        const slope = leftFirst + inLeft.first;
        const gain = (scoreOf(slope, weight, l2) + scoreOf(first - slope, second - weight, l2) - parent) / 2;
        if (gain > leastGain && (best === null || gain > best.gain))
          best = { feature, bin, missingLeft, gain };
      }
    }
  }
  return best;
};

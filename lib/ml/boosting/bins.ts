/** A row of features in a fixed order; NaN is a value nobody knows. */
export type FeatureRow = ArrayLike<number>;

/** The bin of a missing value, in every column. */
export const MISSING_BIN = 255;

/** Values cut into bins: `columns[f][row]` is a bin of feature f, and bin b holds values from above `cuts[f][b - 1]` to `cuts[f][b]`. */
export interface BinnedTable {
  columns: Uint8Array[];
  cuts: Float64Array[];
}

/** Where a sorted column is cut: between any two of its values while they are few, else at quantiles, so that bins hold alike many rows. */
const cutsOf = (sorted: Float64Array, most: number): Float64Array => {
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const between = (i: number): number => ((distinct[i] ?? 0) + (distinct[i + 1] ?? 0)) / 2;
  if (distinct.length <= most)
    return Float64Array.from({ length: Math.max(0, distinct.length - 1) }, (_, i) => between(i));
  const cuts = new Set<number>();
  for (let bin = 1; bin < most; bin++) cuts.add(sorted[Math.floor((bin * sorted.length) / most) - 1] ?? 0);
  return Float64Array.from(cuts);
};

/** The first cut that is not below the value; binary search. */
const binOf = (value: number, cuts: Float64Array): number => {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Cuts every feature into at most `most` bins (255 or fewer), so that splits are looked for among bins and not among values. */
export const binTable = (rows: readonly FeatureRow[], features: number, most: number): BinnedTable => {
  const columns: Uint8Array[] = [];
  const cuts: Float64Array[] = [];
  for (let feature = 0; feature < features; feature++) {
    const values = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) values[i] = rows[i]?.[feature] ?? Number.NaN;
    const edges = cutsOf(values.filter((value) => !Number.isNaN(value)).sort(), most);
    const column = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const value = values[i] ?? Number.NaN;
      column[i] = Number.isNaN(value) ? MISSING_BIN : binOf(value, edges);
    }
    cuts.push(edges);
    columns.push(column);
  }
  return { columns, cuts };
};

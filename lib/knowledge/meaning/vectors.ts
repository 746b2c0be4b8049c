/** A vector of length 1, so that a dot product is the cosine; null for one that has no direction or holds no numbers. */
export const unitVector = (values: readonly number[]): Float32Array | null => {
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares);
  if (!Number.isFinite(length) || length === 0) return null;
  return Float32Array.from(values, (value) => value / length);
};

/** Unit vectors side by side in one array; a row without one is left at zero and marked. */
export interface VectorRows {
  dimensions: number;
  values: Float32Array;
  present: Uint8Array;
}

/** Rows of vectors of one dimension; those of any other are taken for absent. Null when none is there. */
export const vectorRows = (vectors: readonly (Float32Array | undefined)[]): VectorRows | null => {
  const dimensions = vectors.find((vector) => vector !== undefined)?.length ?? 0;
  if (dimensions === 0) return null;
  const values = new Float32Array(vectors.length * dimensions);
  const present = new Uint8Array(vectors.length);
  for (const [row, vector] of vectors.entries()) {
    if (vector?.length !== dimensions) continue;
    values.set(vector, row * dimensions);
    present[row] = 1;
  }
  return { dimensions, values, present };
};

/** The cosine of a unit vector with every row: exact, no approximation. A row without a vector has NaN. */
export const cosines = ({ dimensions, values, present }: VectorRows, query: Float32Array): Float32Array => {
  const out = new Float32Array(present.length).fill(Number.NaN);
  for (let row = 0; row < present.length; row++) {
    if (present[row] === 0) continue;
    const start = row * dimensions;
    let sum = 0;
    for (let at = 0; at < dimensions; at++) sum += (query[at] ?? 0) * (values[start + at] ?? 0);
    out[row] = sum;
  }
  return out;
};

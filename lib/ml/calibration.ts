/** Softmax of margins divided by a temperature, into `out`. */
export const softmax = (margins: ArrayLike<number>, sharpness: number, out: Float64Array): Float64Array => {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < out.length; k++) top = Math.max(top, margins[k] ?? 0);
  let total = 0;
  for (let k = 0; k < out.length; k++) {
    const weight = Math.exp(sharpness * ((margins[k] ?? 0) - top));
    out[k] = weight;
    total += weight;
  }
  for (let k = 0; k < out.length; k++) out[k] = (out[k] ?? 0) / total;
  return out;
};

/** A margin row of a held-out text, and the number of its true class. */
export interface HeldOut {
  margins: Float64Array;
  label: number;
}

/** Mean of -ln p(true class). */
export const logLoss = (rows: readonly HeldOut[], sharpness: number): number => {
  let sum = 0;
  for (const { margins, label } of rows) {
    const p = softmax(margins, sharpness, new Float64Array(margins.length));
    sum -= Math.log(Math.max(p[label] ?? 0, 1e-12));
  }
  return rows.length === 0 ? 0 : sum / rows.length;
};

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The sharpness (1 / temperature) with the least log loss on held-out margins: temperature scaling (Guo et al., ICML 2017), by
 * golden-section search on its logarithm, between 1/8 and 32.
 */
export const fitSharpness = (rows: readonly HeldOut[]): number => {
  if (rows.length === 0) return 1;
  const loss = (logarithm: number): number => logLoss(rows, Math.exp(logarithm));
  let low = Math.log(1 / 8);
  let high = Math.log(32);
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let atLeft = loss(left);
  let atRight = loss(right);
  for (let step = 0; step < 22; step++) {
    if (atLeft < atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - GOLDEN * (high - low);
      atLeft = loss(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + GOLDEN * (high - low);
      atRight = loss(right);
    }
  }
  return Math.exp((low + high) / 2);
};

/** One held-out row: for each kind of evidence a figure per choice, and the choice that was true. */
export interface Choice {
  evidence: readonly Float64Array[];
  truth: number;
}

/** Probability of each choice: the softmax of the weighted sum of its evidence. */
export const choiceProbabilities = (
  evidence: readonly Float64Array[],
  weights: ArrayLike<number>,
): Float64Array => {
  const out = new Float64Array(evidence[0]?.length ?? 0);
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < out.length; k++) {
    let score = 0;
    for (let j = 0; j < evidence.length; j++) score += (weights[j] ?? 0) * (evidence[j]?.[k] ?? 0);
    out[k] = score;
    top = Math.max(top, score);
  }
  let total = 0;
  for (let k = 0; k < out.length; k++) {
    const weight = Math.exp((out[k] ?? 0) - top);
    out[k] = weight;
    total += weight;
  }
  for (let k = 0; k < out.length; k++) out[k] = (out[k] ?? 0) / total;
  return out;
};

/** Steps of Newton's method: the loss is convex, and half as many come close to the bottom. */
const STEPS = 12;
/** Keeps the curvature above zero where two kinds of evidence say the same. Counted in rows. */
const RIDGE = 1e-3;

/**
 * How much two kinds of evidence weigh: the conditional logit (McFadden 1974) with the least log loss on held-out rows. Held-out
 * margins make it temperature scaling (Guo et al., ICML 2017) with a temperature for each kind. Without rows both weigh 1.
 */
export const fitEvidence = (rows: readonly Choice[]): [number, number] => {
  let weights: [number, number] = [1, 1];
  for (let step = 0; step < STEPS && rows.length > 0; step++) weights = newtonStep(rows, weights);
  return weights;
};

/** Where the loss is flat a Newton step overshoots; a bounded one comes back. */
const LONGEST_STEP = 3;
const bounded = (step: number): number => Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));

const newtonStep = (rows: readonly Choice[], weights: readonly [number, number]): [number, number] => {
  let slopeA = 0;
  let slopeB = 0;
  let aa = RIDGE;
  let ab = 0;
  let bb = RIDGE;
  for (const { evidence, truth } of rows) {
    const p = choiceProbabilities(evidence, weights);
    const [a, b] = evidence;
    if (!a || !b) continue;
    let meanA = 0;
    let meanB = 0;
    let squareA = 0;
    let squareB = 0;
    let product = 0;
    for (let k = 0; k < p.length; k++) {
      const share = p[k] ?? 0;
      const x = a[k] ?? 0;
      const y = b[k] ?? 0;
      meanA += share * x;
      meanB += share * y;
      squareA += share * x * x;
      squareB += share * y * y;
      product += share * x * y;
    }
    slopeA += meanA - (a[truth] ?? 0);
    slopeB += meanB - (b[truth] ?? 0);
    aa += squareA - meanA * meanA;
    bb += squareB - meanB * meanB;
    ab += product - meanA * meanB;
  }
  const determinant = aa * bb - ab * ab;
  if (determinant <= 0) return [...weights];
  return [
    weights[0] - bounded((bb * slopeA - ab * slopeB) / determinant),
    weights[1] - bounded((aa * slopeB - ab * slopeA) / determinant),
  ];
};

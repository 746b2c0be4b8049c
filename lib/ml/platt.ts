import { z } from 'zod';
import { logistic } from './logistic';

/** Margins made into calibrated log-odds: `slope * margin + offset`. Affine, so that what adds up to a margin adds up to log-odds too. */
export const plattScaleSchema = z.object({ slope: z.number().positive(), offset: z.number() });
export type PlattScale = z.infer<typeof plattScaleSchema>;

const STEPS = 50;
const LEAST_SLOPE = 1e-3;

/**
 * Platt scaling (Platt 1999) of held-out margins: logistic regression on the margin alone, with his smoothed targets, by Newton's method
 * (Lin, Lin & Weng, "A note on Platt's probabilistic outputs", 2007). Margins that order rows the wrong way round get a slope close to none.
 */
export const fitPlatt = (margins: ArrayLike<number>, labels: readonly boolean[]): PlattScale => {
  const yes = labels.filter(Boolean).length;
  const no = labels.length - yes;
  const targets = labels.map((label) => (label ? (yes + 1) / (yes + 2) : 1 / (no + 2)));
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    const sum = { slope: 0, offset: 0, ss: 1e-9, so: 0, oo: 1e-9 };
    for (const [i, target] of targets.entries()) {
      const margin = margins[i] ?? 0;
      const chance = logistic(slope * margin + offset);
      const curve = chance * (1 - chance);
      sum.slope += (chance - target) * margin;
      sum.offset += chance - target;
      sum.ss += curve * margin * margin;
      sum.so += curve * margin;
      sum.oo += curve;
    }
    const determinant = sum.ss * sum.oo - sum.so * sum.so;
    if (!(determinant > 1e-12)) break;
    const bySlope = (sum.oo * sum.slope - sum.so * sum.offset) / determinant;
    const byOffset = (sum.ss * sum.offset - sum.so * sum.slope) / determinant;
    slope -= bySlope;
    offset -= byOffset;
    if (Math.abs(bySlope) + Math.abs(byOffset) < 1e-9) break;
  }
  return { slope: Math.max(LEAST_SLOPE, slope), offset };
};

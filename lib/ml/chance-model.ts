import { z } from 'zod';
import { seededRandom, shuffle } from '../core/random';
import {
  BOOSTING,
  type BoostingOptions,
  boostedTreesSchema,
  type LabelledRows,
  marginOf,
  trainBoostedTrees,
} from './boosted-trees';
import type { FeatureRow } from './boosting/bins';
import { addShapley, meanOf } from './boosting/shapley';
import { logistic } from './logistic';
import { fitPlatt, plattScaleSchema } from './platt';

/** A calibrated chance: the mean margin of some boosted trees, each grown without a part of the rows, on one Platt scale. Plain JSON. */
export const chanceModelSchema = z.object({
  members: z.array(boostedTreesSchema).min(1),
  scale: plattScaleSchema,
});
export type ChanceModel = z.infer<typeof chanceModelSchema>;

/** A model, and for each row what its members said of it that had not seen it: what an honest figure is made from. */
export interface TrainedChance {
  model: ChanceModel;
  heldOut: number[];
}

const FOLDS = 5;

const partOf = ({ rows, labels }: LabelledRows, keep: (i: number) => boolean): LabelledRows => ({
  rows: rows.filter((_, i) => keep(i)),
  labels: labels.filter((_, i) => keep(i)),
});

/** The fold of each row: shuffled within either label, so that each has alike many of both. */
const foldsOf = (labels: readonly boolean[], folds: number, random: () => number): Int32Array => {
  const fold = new Int32Array(labels.length);
  for (const label of [true, false]) {
    const rows = labels.flatMap((each, i) => (each === label ? [i] : []));
    for (const [at, row] of shuffle(rows, random).entries()) fold[row] = at % folds;
  }
  return fold;
};

/** Learns a calibrated chance by cross-fitting: each fold stops the member grown on the others, and is what the scale is fitted to. */
export const trainChance = (
  data: LabelledRows,
  options: BoostingOptions = BOOSTING,
  folds = FOLDS,
): TrainedChance => {
  const fold = foldsOf(data.labels, folds, seededRandom(options.seed));
  const margins = new Float64Array(data.rows.length);
  const members = Array.from({ length: folds }, (_, held) => {
    const watched = partOf(data, (i) => fold[i] === held);
    const member = trainBoostedTrees(
      partOf(data, (i) => fold[i] !== held),
      watched,
      { ...options, seed: options.seed + held },
    );
    for (const [i, row] of data.rows.entries()) if (fold[i] === held) margins[i] = marginOf(member, row);
    return member;
  });
  const scale = fitPlatt(margins, data.labels);
  return {
    model: { members, scale },
    heldOut: Array.from(margins, (margin) => logistic(scale.slope * margin + scale.offset)),
  };
};

/** Calibrated log-odds of a row. */
export const logOddsOf = ({ members, scale }: ChanceModel, row: FeatureRow): number => {
  let sum = 0;
  for (const member of members) sum += marginOf(member, row);
  return (scale.slope * sum) / members.length + scale.offset;
};

/** The calibrated chance of a row, 0 to 1. */
export const chanceOfRow = (model: ChanceModel, row: FeatureRow): number => logistic(logOddsOf(model, row));

/** Calibrated log-odds of a row taken apart: `base`, and one share a feature; together they are `logOddsOf`. */
export const explainRow = (
  { members, scale }: ChanceModel,
  row: FeatureRow,
): { base: number; shares: Float64Array } => {
  const shares = new Float64Array(row.length);
  let base = 0;
  for (const member of members) {
    base += member.base;
    for (const tree of member.trees) {
      base += meanOf(tree);
      addShapley(tree, row, shares);
    }
  }
  const factor = scale.slope / members.length;
  return { base: factor * base + scale.offset, shares: shares.map((share) => share * factor) };
};

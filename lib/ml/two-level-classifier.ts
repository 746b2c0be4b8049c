import { fitSharpness, softmax } from './calibration';
import { type Choice, choiceProbabilities, fitEvidence } from './conditional-logit';
import { holdOut, type LabelledRows, type LinearModel, marginsOf, trainLinear } from './linear-model';
import { type Example, encode, rankLabels, type Scored, type TrainOptions } from './text-classifier';
import type { SparseRow, Vectoriser } from './tfidf';

/** Labels that fall into groups: `groupOf[k]` is the number of label k's group. */
export interface TwoLevels {
  groups: LinearModel;
  leaves: LinearModel;
  groupOf: Int32Array;
  /** How much the margin of a label's group and its own margin count for it. */
  weights: [ofGroup: number, ofLeaf: number];
  /** 1 / temperature of the groups: how far what the labels of a group sum up to can be believed. */
  groupSharpness: number;
}

/**
 * p(label) is a conditional logit of two margins: of its group against the other groups, and of the label against all others. Few
 * examples of each label are many of each group, so the group steadies the label, and the label names what its group cannot see.
 */
export class TwoLevelClassifier {
  constructor(
    readonly vectoriser: Vectoriser,
    readonly levels: TwoLevels,
  ) {}

  get labels(): readonly string[] {
    return this.levels.leaves.labels;
  }

  /** One probability per label, in the order of `labels`; they sum to 1. */
  probabilities(text: string): Float64Array {
    const { weights, groupSharpness, groupOf } = this.levels;
    const p = choiceProbabilities(evidenceOf(this.levels, this.vectoriser.row(text)), weights);
    const sums = groupSums(p, groupOf, this.levels.groups.labels.length);
    const believed = softmax(sums.map(logarithm), groupSharpness, new Float64Array(sums.length));
    return p.map((share, leaf) => {
      const group = groupOf[leaf] ?? 0;
      return (share / (sums[group] || 1)) * (believed[group] ?? 0);
    });
  }

  /** Every label, likeliest first. */
  rank(text: string): Scored[] {
    return rankLabels(this.labels, this.probabilities(text));
  }
}

type Models = Pick<TwoLevels, 'groups' | 'leaves' | 'groupOf'>;

/** For each label the margin of its group, and its own. */
const evidenceOf = ({ groups, leaves, groupOf }: Models, row: SparseRow): [Float64Array, Float64Array] => {
  const ofGroups = marginsOf(groups, row);
  return [Float64Array.from(groupOf, (group) => ofGroups[group] ?? 0), marginsOf(leaves, row)];
};

const groupSums = (p: Float64Array, groupOf: Int32Array, groups: number): Float64Array => {
  const sums = new Float64Array(groups);
  p.forEach((share, leaf) => {
    const group = groupOf[leaf] ?? 0;
    sums[group] = (sums[group] ?? 0) + share;
  });
  return sums;
};

const logarithm = (share: number): number => Math.log(Math.max(share, 1e-12));

/**
 * Trains both levels on examples of labels; one part in `folds` is held out to weigh them against each other and to calibrate. `group`
 * names the group of a label. Throws RangeError with fewer than two groups.
 */
export const trainTwoLevels = (
  examples: readonly Example[],
  group: (label: string) => string,
  options: TrainOptions,
): TwoLevelClassifier => {
  const { vectoriser, labels, data } = encode(examples, options.vectoriser);
  const groupNames = [...new Set(labels.map(group))].sort();
  if (groupNames.length < 2) throw new RangeError('a two-level classifier needs at least two groups');
  const groupOf = Int32Array.from(labels, (label) => groupNames.indexOf(group(label)));
  const train = (part: LabelledRows): Models => ({
    groups: trainLinear(
      { ...part, label: part.label.map((leaf) => groupOf[leaf] ?? 0) },
      groupNames,
      vectoriser.columns,
      options,
    ),
    leaves: trainLinear(part, labels, vectoriser.columns, options),
    groupOf,
  });
  const held: Choice[] = [];
  if (options.folds > 1) {
    const { kept, out } = holdOut(data, options.folds, options.svm.seed);
    const models = train(kept);
    out.rows.forEach((row, at) => {
      held.push({ evidence: evidenceOf(models, row), truth: out.label[at] ?? 0 });
    });
  }
  const weights = fitEvidence(held);
  const groupSharpness = fitSharpness(
    held.map(({ evidence, truth }) => ({
      margins: groupSums(choiceProbabilities(evidence, weights), groupOf, groupNames.length).map(logarithm),
      label: groupOf[truth] ?? 0,
    })),
  );
  return new TwoLevelClassifier(vectoriser, { ...train(data), weights, groupSharpness });
};

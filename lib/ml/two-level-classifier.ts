import { fitSharpness, type HeldOut, softmax } from './calibration';
import { crossValidate, type LabelledRows, type LinearModel, marginsOf, trainLinear } from './linear-model';
import { type Example, encode, rankLabels, type Scored, type TrainOptions } from './text-classifier';
import type { Vectoriser } from './tfidf';

/** Labels that fall into groups: `groupOf[k]` is the number of label k's group. */
export interface TwoLevels {
  groups: LinearModel;
  leaves: LinearModel;
  groupOf: Int32Array;
  groupSharpness: number;
  leafSharpness: number;
}

/**
 * p(label) = p(group) · p(label | group). Few examples of each label are many of each group, so the group is the surer judgement,
 * and telling labels apart only within their group is both cheaper and better than telling each from all others.
 */
export class TwoLevelClassifier {
  private readonly members: number[][];

  constructor(
    readonly vectoriser: Vectoriser,
    readonly levels: TwoLevels,
  ) {
    this.members = levels.groups.labels.map((_, group) =>
      [...levels.groupOf.keys()].filter((leaf) => levels.groupOf[leaf] === group),
    );
  }

  get labels(): readonly string[] {
    return this.levels.leaves.labels;
  }

  /** One probability per label, in the order of `labels`; they sum to 1. */
  probabilities(text: string): Float64Array {
    const row = this.vectoriser.row(text);
    const { groups, leaves, groupSharpness, leafSharpness } = this.levels;
    const ofGroup = softmax(marginsOf(groups, row), groupSharpness, new Float64Array(groups.labels.length));
    const margins = marginsOf(leaves, row);
    const out = new Float64Array(leaves.labels.length);
    this.members.forEach((members, group) => {
      const within = softmax(
        members.map((leaf) => margins[leaf] ?? 0),
        leafSharpness,
        new Float64Array(members.length),
      );
      members.forEach((leaf, at) => {
        out[leaf] = (ofGroup[group] ?? 0) * (within[at] ?? 0);
      });
    });
    return out;
  }

  /** Every label, likeliest first. */
  rank(text: string): Scored[] {
    return rankLabels(this.labels, this.probabilities(text));
  }
}

/** Trains both levels on examples of labels. `group` names the group of a label. Throws RangeError with fewer than two groups. */
export const trainTwoLevels = (
  examples: readonly Example[],
  group: (label: string) => string,
  options: TrainOptions,
): TwoLevelClassifier => {
  const { vectoriser, labels, data } = encode(examples, options.vectoriser);
  const groupNames = [...new Set(labels.map(group))].sort();
  if (groupNames.length < 2) throw new RangeError('a two-level classifier needs at least two groups');
  const groupOf = Int32Array.from(labels, (label) => groupNames.indexOf(group(label)));
  const train = (part: LabelledRows): Pick<TwoLevels, 'groups' | 'leaves'> => ({
    groups: trainLinear(
      { ...part, label: part.label.map((leaf) => groupOf[leaf] ?? 0) },
      groupNames,
      vectoriser.columns,
      options,
    ),
    leaves: trainLinear(part, labels, vectoriser.columns, options, groupOf),
  });
  const heldGroups: HeldOut[] = [];
  const heldLeaves: HeldOut[] = [];
  if (options.folds > 1) {
    crossValidate(data, options.folds, options.svm.seed, train, (model, row, label) => {
      heldGroups.push({ margins: marginsOf(model.groups, row), label: groupOf[label] ?? 0 });
      heldLeaves.push(withinGroup(marginsOf(model.leaves, row), label, groupOf));
    });
  }
  const sharpness = { groupSharpness: fitSharpness(heldGroups), leafSharpness: fitSharpness(heldLeaves) };
  return new TwoLevelClassifier(vectoriser, { ...train(data), groupOf, ...sharpness });
};

/** The margins of a label's own group, and the label's place in it. */
const withinGroup = (margins: Float64Array, label: number, groupOf: Int32Array): HeldOut => {
  const members = [...groupOf.keys()].filter((leaf) => groupOf[leaf] === groupOf[label]);
  return { margins: Float64Array.from(members, (leaf) => margins[leaf] ?? 0), label: members.indexOf(label) };
};

import { fitSharpness, type HeldOut, softmax } from './calibration';
import {
  crossValidate,
  type LabelledRows,
  type LinearModel,
  type LinearOptions,
  marginsOf,
  trainLinear,
} from './linear-model';
import { DEFAULT_SVM } from './linear-svm';
import {
  DEFAULT_VECTORISER,
  fitVectoriser,
  type SparseRow,
  type Vectoriser,
  type VectoriserOptions,
} from './tfidf';

export interface Example {
  text: string;
  label: string;
}

export interface TrainOptions extends LinearOptions {
  vectoriser: VectoriserOptions;
  /** Parts the examples are cut into to find out how far margins can be believed; below 2 leaves the model uncalibrated. */
  folds: number;
}

export const DEFAULT_TRAINING: TrainOptions = {
  vectoriser: DEFAULT_VECTORISER,
  svm: DEFAULT_SVM,
  folds: 3,
  balance: 0.5,
};

/** A label and its probability. */
export interface Scored {
  label: string;
  confidence: number;
}

/** Texts to calibrated probabilities of labels that exclude each other. */
export class TextClassifier {
  constructor(
    readonly vectoriser: Vectoriser,
    readonly model: LinearModel,
    /** What margins are multiplied by before the softmax: 1 / temperature. */
    readonly sharpness: number,
  ) {}

  get labels(): readonly string[] {
    return this.model.labels;
  }

  /** One probability per label, in the order of `labels`; they sum to 1. */
  probabilities(text: string): Float64Array {
    return this.probabilitiesOfRow(this.vectoriser.row(text));
  }

  probabilitiesOfRow(row: SparseRow): Float64Array {
    return softmax(marginsOf(this.model, row), this.sharpness, new Float64Array(this.model.labels.length));
  }

  /** Every label, likeliest first. */
  rank(text: string): Scored[] {
    const p = this.probabilities(text);
    return rankLabels(this.model.labels, p);
  }
}

/** Labels with their probabilities, likeliest first, names breaking ties. */
export const rankLabels = (labels: readonly string[], probabilities: ArrayLike<number>): Scored[] =>
  labels
    .map((label, k) => ({ label, confidence: probabilities[k] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence || (a.label < b.label ? -1 : 1));

/** Examples as rows of numbers. */
export const encode = (
  examples: readonly Example[],
  options: VectoriserOptions,
): { vectoriser: Vectoriser; labels: string[]; data: LabelledRows } => {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  if (labels.length < 2) throw new RangeError('a classifier needs examples of at least two labels');
  const number = new Map(labels.map((label, k) => [label, k]));
  const vectoriser = fitVectoriser(
    examples.map(({ text }) => text),
    options,
  );
  const data = {
    rows: examples.map(({ text }) => vectoriser.row(text)),
    label: Int32Array.from(examples, (example) => number.get(example.label) ?? 0),
  };
  return { vectoriser, labels, data };
};

/** Trains on examples; the same examples in the same order give the same model. Throws RangeError with fewer than two labels. */
export const trainClassifier = (
  examples: readonly Example[],
  options: TrainOptions = DEFAULT_TRAINING,
): TextClassifier => {
  const { vectoriser, labels, data } = encode(examples, options.vectoriser);
  const train = (part: LabelledRows): LinearModel => trainLinear(part, labels, vectoriser.columns, options);
  const held: HeldOut[] = [];
  if (options.folds > 1) {
    crossValidate(data, options.folds, options.svm.seed, train, (model, row, label) => {
      held.push({ margins: marginsOf(model, row), label });
    });
  }
  return new TextClassifier(vectoriser, train(data), fitSharpness(held));
};

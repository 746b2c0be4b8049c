import { fitSharpness, type HeldOut, softmax } from '@/lib/ml/calibration';
import { crossValidate, type LabelledRows } from '@/lib/ml/linear-model';
import { type SvmOptions, trainBinary } from '@/lib/ml/linear-svm';
import type { SparseRow } from '@/lib/ml/tfidf';

/** Added to every count, so that a word one class never says does not decide alone. */
const SMOOTHING = 1;

/** Per label, a weight for each column and the bias last. */
type Weights = readonly Float64Array[];

/** ln of how much oftener each column is seen in rows of the label than in the others. */
const logCountRatios = ({ rows, label }: LabelledRows, own: number, columns: number): Float64Array => {
  const inside = new Float64Array(columns).fill(SMOOTHING);
  const outside = new Float64Array(columns).fill(SMOOTHING);
  rows.forEach((row, at) => {
    const counts = label[at] === own ? inside : outside;
    for (const column of row.columns) counts[column] = (counts[column] ?? 0) + 1;
  });
  const size = label.filter((one) => one === own).length;
  const shift = Math.log((label.length - size + 2 * SMOOTHING) / (size + 2 * SMOOTHING));
  return inside.map((count, column) => Math.log(count / (outside[column] ?? SMOOTHING)) + shift);
};

const scaledBy = (factors: Float64Array, { columns, values }: SparseRow): SparseRow => ({
  columns,
  values: values.map((value, i) => value * (factors[columns[i] ?? 0] ?? 0)),
});

interface NbSvmOptions {
  svm: SvmOptions;
  /** 0 counts every example the same, 1 every class the same. */
  balance: number;
}

const trainWeights = (
  data: LabelledRows,
  classes: number,
  columns: number,
  { svm, balance }: NbSvmOptions,
): Weights =>
  Array.from({ length: classes }, (_, own) => {
    const ratios = logCountRatios(data, own, columns);
    const sizes = Array.from({ length: classes }, (_, k) => data.label.filter((one) => one === k).length);
    const rowCost = (at: number): number =>
      (data.label.length / classes / (sizes[data.label[at] ?? 0] ?? 1)) ** balance;
    const weights = trainBinary(
      data.rows.map((row) => scaledBy(ratios, row)),
      Int8Array.from(data.label, (one) => (one === own ? 1 : -1)),
      columns,
      { ...svm, rowCost },
    );
    return weights.map((weight, column) => weight * (ratios[column] ?? 1));
  });

const marginsOf = (weights: Weights, { columns, values }: SparseRow): Float64Array =>
  Float64Array.from(weights, (own) =>
    columns.reduce((sum, column, i) => sum + (values[i] ?? 0) * (own[column] ?? 0), own.at(-1) ?? 0),
  );

/**
 * Rows to probabilities of `classes` labels by a support vector machine over features scaled by their naive Bayes log-count ratio
 * (Wang and Manning, ACL 2012), calibrated on three folds. On short texts its errors are other ones than the plain machine's.
 */
export const trainNbSvm = (
  data: LabelledRows,
  classes: number,
  columns: number,
  options: NbSvmOptions,
): ((row: SparseRow) => Float64Array) => {
  const train = (part: LabelledRows): Weights => trainWeights(part, classes, columns, options);
  const held: HeldOut[] = [];
  crossValidate(data, 3, options.svm.seed, train, (weights, row, label) => {
    held.push({ margins: marginsOf(weights, row), label });
  });
  const sharpness = fitSharpness(held);
  const weights = train(data);
  return (row) => softmax(marginsOf(weights, row), sharpness, new Float64Array(classes));
};

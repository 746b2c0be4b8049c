/** Share of equal pairs; 0 of nothing. */
export const accuracy = (truth: readonly string[], guess: readonly string[]): number =>
  truth.length === 0 ? 0 : truth.filter((label, i) => label === guess[i]).length / truth.length;

export interface Detection {
  precision: number;
  recall: number;
  f1: number;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and F1 from counts; a rate without a denominator is 0. */
export const detectionOf = (hits: number, guessed: number, actual: number): Detection => {
  const precision = ratio(hits, guessed);
  const recall = ratio(hits, actual);
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
};

/** Precision, recall and F1 of one class. */
export const detection = (truth: readonly string[], guess: readonly string[], label: string): Detection =>
  detectionOf(
    truth.filter((actual, i) => actual === label && guess[i] === label).length,
    guess.filter((guessed) => guessed === label).length,
    truth.filter((actual) => actual === label).length,
  );

/** Mean F1 over the classes that occur in the truth. */
export const macroF1 = (truth: readonly string[], guess: readonly string[]): number => {
  const labels = [...new Set(truth)];
  return ratio(
    labels.reduce((sum, label) => sum + detection(truth, guess, label).f1, 0),
    labels.length,
  );
};

/** Nearest-rank percentile, `share` from 0 to 1; 0 of nothing. */
export const percentile = (figures: readonly number[], share: number): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
};

/** Area under the ROC curve by ranks, ties counted half (Mann–Whitney). 0.5 when one class is missing. */
export const areaUnderRoc = (positive: readonly boolean[], score: readonly number[]): number => {
  const order = score.map((_, i) => i).sort((a, b) => (score[a] ?? 0) - (score[b] ?? 0));
  let ranks = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && score[order[end] ?? 0] === score[order[start] ?? 0]) end++;
    for (let k = start; k < end; k++) if (positive[order[k] ?? 0]) ranks += (start + 1 + end) / 2;
    start = end;
  }
  const ones = positive.filter(Boolean).length;
  const zeros = positive.length - ones;
  return ones === 0 || zeros === 0 ? 0.5 : (ranks - (ones * (ones + 1)) / 2) / (ones * zeros);
};

/**
 * Precision summed over the steps in recall, best score first (average precision, without interpolation). Rows of equal score come in
 * together, so that the order they stand in changes nothing.
 */
export const averagePrecision = (positive: readonly boolean[], score: readonly number[]): number => {
  const order = score.map((_, i) => i).sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0));
  let found = 0;
  let sum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let hits = 0;
    while (end < order.length && score[order[end] ?? 0] === score[order[start] ?? 0]) {
      if (positive[order[end] ?? 0]) hits += 1;
      end += 1;
    }
    found += hits;
    sum += (hits * found) / end;
    start = end;
  }
  return ratio(sum, found);
};

/** Mean squared distance of a probability from what happened. */
export const brierScore = (positive: readonly boolean[], probability: readonly number[]): number =>
  ratio(
    positive.reduce((sum, happened, i) => sum + ((probability[i] ?? 0) - (happened ? 1 : 0)) ** 2, 0),
    positive.length,
  );

const BINS = 15;

/**
 * Expected calibration error: the distance of the mean confidence from the share that was right, averaged over 15 bins of equal width
 * by their rows (Naeini et al., AAAI 2015; 15 bins as Guo et al., ICML 2017). 0 of nothing.
 */
export const calibrationError = (right: readonly boolean[], confidence: readonly number[]): number => {
  const bins = Array.from({ length: BINS }, () => ({ right: 0, confidence: 0 }));
  confidence.forEach((stated, i) => {
    const bin = bins[Math.min(BINS - 1, Math.max(0, Math.floor(stated * BINS)))];
    if (!bin) return;
    bin.right += right[i] ? 1 : 0;
    bin.confidence += stated;
  });
  return ratio(
    bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0),
    confidence.length,
  );
};

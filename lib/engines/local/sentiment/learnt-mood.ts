import { type SentimentLabel, sentimentLabelSchema } from '@/lib/domain/triage';
import { DEFAULT_SVM } from '@/lib/ml/linear-svm';
import { type Example, trainClassifier } from '@/lib/ml/text-classifier';
import { DEFAULT_VECTORISER, type ExtraFeatures } from '@/lib/ml/tfidf';
import { NEGATORS } from './lexicon';
import { moodFeatures } from './mood-features';
import { trainNbSvm } from './nb-svm';

/** How far a negation reaches when thousands of examples tell what each negated word is worth. */
const REACH = 4;
const NEGATED = 0.3;
const BREAK = /^[!?]/u;

/** The mood of a text, and each word that a negation before it turns around, as a feature of its own. */
const withNegatedWords: ExtraFeatures = (text, words) => {
  const features = new Map(moodFeatures(text, words));
  let left = 0;
  for (const word of words) {
    if (NEGATORS.has(word)) left = REACH;
    else if (BREAK.test(word)) left = 0;
    else if (left-- > 0) features.set(`not ${word}`, NEGATED);
  }
  return features;
};

/** Chosen by cross-validation on thousands of labelled messages. The examples of the policy are fewer and each says more: they use their own. */
const VECTORISER = {
  ...DEFAULT_VECTORISER,
  wordWeight: 1,
  minTexts: 2,
  extraWeight: 0.5,
  extra: withNegatedWords,
};
const SVM = { ...DEFAULT_SVM, cost: 0.15, passes: 15 };
const BALANCE = 0.4;

/**
 * Learns mood from a large file of labelled messages: the average of two calibrated machines, one over the features as they are, one
 * over features weighted by how much each speaks for a label. Two labels at least, else RangeError. Seconds for ten thousand.
 */
export const learnMood = (examples: readonly Example[]): ((text: string) => SentimentLabel) => {
  const plain = trainClassifier(examples, { vectoriser: VECTORISER, svm: SVM, folds: 3, balance: BALANCE });
  const { vectoriser, labels } = plain;
  const weighted = trainNbSvm(
    {
      rows: examples.map(({ text }) => vectoriser.row(text)),
      label: Int32Array.from(examples, ({ label }) => labels.indexOf(label)),
    },
    labels.length,
    vectoriser.columns,
    { svm: SVM, balance: BALANCE },
  );
  return (text) => {
    const row = vectoriser.row(text);
    const own = weighted(row);
    const sums = plain.probabilitiesOfRow(row).map((p, k) => p + (own[k] ?? 0));
    return sentimentLabelSchema.parse(labels[sums.indexOf(Math.max(...sums))]);
  };
};

import {
  FRUSTRATED_BELOW,
  POSITIVE_ABOVE,
  type SentimentLabel,
  sentimentLabelSchema,
} from '@/lib/domain/triage';
import { DEFAULT_SVM } from '@/lib/ml/linear-svm';
import { type Example, type TextClassifier, trainClassifier } from '@/lib/ml/text-classifier';
import { DEFAULT_VECTORISER } from '@/lib/ml/tfidf';
import type { PolicySet } from '@/lib/policies/policy-set';
import { moodFeatures } from './mood-features';

const TRAINING = {
  vectoriser: { ...DEFAULT_VECTORISER, wordWeight: 1, extra: moodFeatures },
  svm: { ...DEFAULT_SVM, cost: 0.9, passes: 15 },
  folds: 3,
  balance: 0.5,
};

/** Trains on labelled sentences; what the product uses are those of `policies/triage/sentiment.yaml`. */
export const trainSentiment = (examples: readonly Example[]): TextClassifier =>
  trainClassifier(examples, TRAINING);

export const sentimentExamples = (sentiment: PolicySet['sentiment']): Example[] =>
  sentimentLabelSchema.options.flatMap((label) => sentiment[label].map((text) => ({ text, label })));

/**
 * From -1 (furious) to 1 (delighted). The likeliest label decides the band, its lead over the runner-up how far into the band: a
 * near tie stays at the edge, only a sure reading comes near -1 or 1. `sentimentLabelOf(score)` is the model's own choice.
 */
export const scoreMood = (model: TextClassifier, text: string): number => {
  const ranked = model.rank(text);
  const share = (label: SentimentLabel): number =>
    ranked.find((scored) => scored.label === label)?.confidence ?? 0;
  const [best, second] = ranked;
  if (!best || best.label === 'neutral')
    return Math.min(0.99, Math.max(-0.99, share('positive') - share('frustrated'))) * -FRUSTRATED_BELOW;
  const lead = best.confidence - (second?.confidence ?? 0);
  return best.label === 'positive'
    ? POSITIVE_ABOVE + (1 - POSITIVE_ABOVE) * lead
    : FRUSTRATED_BELOW - (1 + FRUSTRATED_BELOW) * lead;
};

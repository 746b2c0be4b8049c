import type { Example, TextClassifier } from '@/lib/ml/text-classifier';
import type { PolicySet } from '@/lib/policies/policy-set';
import { type IntentModel, intentModel, type ModelCache } from './intent/intent-model';
import { sentimentExamples, trainSentiment } from './sentiment/sentiment-model';

/** Everything the local engine has learnt. */
export interface LocalModels {
  intent: IntentModel;
  sentiment: TextClassifier;
}

export interface LearnOptions {
  cache?: ModelCache;
  /** Examples beyond the policies, such as approved corrections. */
  more?: readonly Example[];
}

/** Learns from the policies: one to two seconds for the shipped ones, a few milliseconds when the cache holds the intent model. */
export const learnLocal = (
  policies: Pick<PolicySet, 'intents' | 'scope' | 'sentiment'>,
  { cache, more = [] }: LearnOptions = {},
): LocalModels => ({
  intent: intentModel(policies, more, cache),
  sentiment: trainSentiment(sentimentExamples(policies.sentiment)),
});

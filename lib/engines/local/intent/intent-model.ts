import { hashOf } from '@/lib/core/hash';
import { categoryOf } from '@/lib/domain/intent';
import { DEFAULT_TRAINING, type Example, type TrainOptions } from '@/lib/ml/text-classifier';
import { TwoLevelClassifier, trainTwoLevels } from '@/lib/ml/two-level-classifier';
import { packTwoLevels, unpackTwoLevels } from '@/lib/ml/two-level-file';
import type { IntentPolicy } from '@/lib/policies/intent-policy';
import type { PolicySet } from '@/lib/policies/policy-set';
import { learnScope, type ScopeModel } from './scope';

/** Where a trained model may be kept between processes. Both may fail silently: training again takes a second. */
export interface ModelCache {
  read(key: string): Buffer | null;
  write(key: string, model: Buffer): void;
}

/** Customers name the matter in a word or two, so words count for as much as their parts; shorter parts add time and nothing else. */
const TRAINING: TrainOptions = {
  ...DEFAULT_TRAINING,
  vectoriser: {
    ...DEFAULT_TRAINING.vectoriser,
    ngrams: { wordMax: 2, charMin: 3, charMax: 4 },
    wordWeight: 1,
  },
  folds: 4,
  balance: 0.25,
};

/** Raised when features or training change, so that no cached model of older code is used. */
const METHOD = 2;

/** What the intent model learns from: each intent's own words for itself, and its examples. */
export const intentExamples = (intents: readonly IntentPolicy[]): Example[] =>
  intents.flatMap(({ id, title, description, examples }) =>
    [title, description, ...examples].map((text) => ({ text, label: id })),
  );

/** Reads intents, and knows how likely a message is about any of them at all. */
export class IntentModel extends TwoLevelClassifier {
  constructor(
    { vectoriser, levels }: TwoLevelClassifier,
    readonly scope: ScopeModel,
  ) {
    super(vectoriser, levels);
  }
}

/** Chit-chat and thanks hold words of every subject. */
const ANY_SUBJECT = 'general.greeting-or-thanks';

const scopeFrom = (examples: readonly Example[], { inside, outside }: PolicySet['scope']): ScopeModel =>
  learnScope(
    [...inside, ...examples.flatMap(({ text, label }) => (label === ANY_SUBJECT ? [] : [text]))],
    outside,
  );

/** Trains on the intents' examples (and `more`, such as approved corrections), or takes the same classifier from the cache. */
export const intentModel = (
  { intents, scope }: Pick<PolicySet, 'intents' | 'scope'>,
  more: readonly Example[] = [],
  cache?: ModelCache,
): IntentModel => {
  const examples = [...intentExamples(intents), ...more];
  const key = hashOf({ method: METHOD, options: TRAINING, examples });
  const kept = cache?.read(key);
  const known = kept ? unpackTwoLevels(kept, key, TRAINING.vectoriser) : null;
  const trained = known ?? trainTwoLevels(examples, categoryOf, TRAINING);
  if (known === null) cache?.write(key, packTwoLevels(trained, key));
  return new IntentModel(trained, scopeFrom(examples, scope));
};

import { countWords } from '@/lib/core/text';
import { findEntities } from '@/lib/detectors/entities';
import type { Utterance } from '@/lib/domain/conversation';
import type { TwoLevelClassifier } from '@/lib/ml/two-level-classifier';
import { inEnglish } from '../intent/in-english';
import { mattersOf } from '../intent/read-conversation';
import { withoutNumbers } from '../intent/statements';
import { answersQuestion, substanceOf } from '../intent/substance';
import { type Said, sentencesSaid } from './sentences';

/** What makes a sentence the statement of the problem; the figures are shares of one score. */
const BY_INTENT = 0.45;
const BY_POSITION = 0.3;
const BY_SUBSTANCE = 0.25;
const PER_ENTITY = 0.08;
const ANSWER = 0.4;
const MOST_READ = 60;

/** How a wish is put. */
const WISH =
  /\b(?:(?:can|could|would|will) (?:you|i|we)|please|i(?:[’']d| would)? (?:want|need|like)|do i|por favor|puede|quiero|quisiera|necesito)\b/iu;

/** The sentences of the customer that state what is wrong or wanted, best first. */
export const problemSentences = (
  model: TwoLevelClassifier,
  utterances: readonly Utterance[],
  intent: string | null,
  language: string,
): Said[] => {
  const said = sentencesSaid(utterances)
    .filter(({ role }) => role === 'customer')
    .slice(0, MOST_READ);
  const { statements, current } = mattersOf(model, utterances, language);
  // What was said before the current matter began says little of it.
  const start = current === 0 ? 0 : (statements[current]?.at ?? 0);
  const first = said.findIndex(({ at }) => at >= start);
  const label = intent === null ? -1 : model.labels.indexOf(intent);
  const score = (sentence: Said, order: number): number => {
    const weight =
      label < 0 ? 0 : (model.probabilities(inEnglish(withoutNumbers(sentence.text), language))[label] ?? 0);
    const entities = Math.min(3, findEntities(sentence.text).length);
    const own =
      BY_INTENT * weight +
      (order < first ? 0 : BY_POSITION / (1 + order - first)) +
      BY_SUBSTANCE * substanceOf(sentence.text) +
      PER_ENTITY * entities;
    return answersQuestion(utterances, sentence.at) ? own * ANSWER : own;
  };
  return said
    .map((sentence, order) => ({ sentence, score: score(sentence, order), order }))
    .filter(({ sentence }) => substanceOf(sentence.text) > 0.2)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ sentence }) => sentence);
};

/** Fewer words than this do not say what is wished. */
const WISH_WORDS = 4;

/** The last sentence in which the customer says what they want of us; null when none does. */
export const lastWish = (utterances: readonly Utterance[]): Said | null =>
  sentencesSaid(utterances).findLast(
    ({ role, text }) => role === 'customer' && WISH.test(text) && countWords(text) >= WISH_WORDS,
  ) ?? null;

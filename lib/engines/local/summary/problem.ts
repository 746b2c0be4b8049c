import { findEntities } from '@/lib/detectors/entities';
import type { Utterance } from '@/lib/domain/conversation';
import type { TwoLevelClassifier } from '@/lib/ml/two-level-classifier';
import { inEnglish } from '../intent/in-english';
import { answersQuestion, substanceOf } from '../intent/substance';
import { type Said, sentencesSaid } from './sentences';

/** What makes a sentence the statement of the problem; the figures are shares of one score. */
const BY_INTENT = 0.45;
const BY_POSITION = 0.3;
const BY_SUBSTANCE = 0.25;
const PER_ENTITY = 0.08;
const ANSWER = 0.4;
const MOST_READ = 60;

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
  const label = intent === null ? -1 : model.labels.indexOf(intent);
  const score = (sentence: Said, order: number): number => {
    const weight = label < 0 ? 0 : (model.probabilities(inEnglish(sentence.text, language))[label] ?? 0);
    const entities = Math.min(3, findEntities(sentence.text).length);
    const own =
      BY_INTENT * weight +
      BY_POSITION / (1 + order) +
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

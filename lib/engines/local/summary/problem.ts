import { countWords } from '@/lib/core/text';
import { findEntities } from '@/lib/detectors/entities';
import type { Utterance } from '@/lib/domain/conversation';
import { inEnglish } from '../intent/in-english';
import type { IntentModel } from '../intent/intent-model';
import { mattersOf } from '../intent/read-conversation';
import { withoutNumbers } from '../intent/statements';
import { answersQuestion, substanceOf } from '../intent/substance';
import { identityAnswers } from './identity-check';
import { asProblems } from './salience';
import { type Said, sentencesSaid } from './sentences';

/** What speaks for a sentence beyond its own salience. */
const BY_INTENT = 0.3;
const PER_ENTITY = 0.05;
/** What an answer to a rep's question loses: it fills in the problem. */
const ANSWER = 0.2;
const MOST_READ = 60;

/** How a wish is put. */
const WISH =
  /\b(?:(?:can|could|would|will) (?:you|i|we)|please|i(?:[’']d| would)? (?:want|like)|i need (?:you|to|an?|the|it|this|help|some)|do i|por favor|puede|quiero|quisiera|necesito)\b/iu;

/** The sentences of the customer that state what is wrong or wanted, best first. */
export const problemSentences = (
  model: IntentModel,
  utterances: readonly Utterance[],
  intent: string | null,
  language: string,
  matter: 'current' | 'any',
): Said[] => {
  const { statements, current } = mattersOf(model, utterances, language);
  // What was said before the current matter began says little of it.
  const start = matter === 'any' || current === 0 ? 0 : (statements[current]?.at ?? 0);
  const checks = identityAnswers(utterances);
  const label = intent === null ? -1 : model.labels.indexOf(intent);
  const score = ({ text, at }: Said, weight: number): number => {
    const likely =
      label < 0 ? 0 : (model.probabilities(inEnglish(withoutNumbers(text), language))[label] ?? 0);
    const entities = Math.min(3, findEntities(text).length);
    return (
      weight + BY_INTENT * likely + PER_ENTITY * entities - (answersQuestion(utterances, at) ? ANSWER : 0)
    );
  };
  return asProblems(sentencesSaid(utterances), start)
    .filter(({ sentence }) => !checks.has(sentence.at) && substanceOf(sentence.text) > 0.2)
    .slice(0, MOST_READ)
    .map(({ sentence, weight }) => ({ sentence, score: score(sentence, weight) }))
    .sort((a, b) => b.score - a.score)
    .map(({ sentence }) => sentence);
};

/** A wish put as an order. */
const ORDER =
  /^(?:(?:so|then|just|and|fine|ok(?:ay)?),? ){0,2}(?:turn|switch|put|send|fix|cancel|refund|credit|remove|replace|give|call|move|book|change|stop|get)\b/iu;
/** An answer may be put as a question: “kind of like eggs?” */
const ANSWER_WORDS = 4;
const isAnswer = (utterances: readonly Utterance[], text: string, at: number): boolean =>
  countWords(text) <= ANSWER_WORDS && answersQuestion(utterances, at);

/** Fewer words than this do not say what is wished. */
const WISH_WORDS = 4;

/** The last sentence in which the customer says what they want of us; null when none does. */
export const lastWish = (utterances: readonly Utterance[]): Said | null => {
  const checks = identityAnswers(utterances);
  return (
    sentencesSaid(utterances).findLast(
      ({ role, text, at }) =>
        role === 'customer' &&
        !checks.has(at) &&
        (WISH.test(text) || ORDER.test(text) || (text.endsWith('?') && !isAnswer(utterances, text, at))) &&
        countWords(text) >= WISH_WORDS,
    ) ?? null
  );
};

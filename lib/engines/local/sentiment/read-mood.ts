import type { TextClassifier } from '@/lib/ml/text-classifier';
import { withoutIrony } from './sarcasm';
import { scoreMood } from './sentiment-model';

/** Whoever praises a trouble is at least this far from content. */
const SARCASTIC = -0.55;
/** Fewer words than this in capitals are a name or a cry; more, in nothing else, are how somebody types. */
const TYPED_WORDS = 4;

const ALL_CAPITALS = /^[^\p{Ll}]*$/u;
const CRY = /[!]|\?{2}/u;
const LETTERS = /\p{Lu}{2,}/gu;
const ECHO = 2;

/** A text with a word that is said over and over said twice: the thirtieth "help" tells nothing the second did not. */
const withoutEchoes = (text: string): string => {
  const words = text.split(/(\s+)/u);
  return words
    .filter((word, at) => {
      if (at % 2 === 1) return true;
      for (let back = 1; back <= ECHO; back++) if (words[at - 2 * back] !== word) return true;
      return false;
    })
    .join('');
};

/** A message all in capitals, without a cry, in the letters its words are known by: capitals alone are not a mood. */
const inCalmLetters = (text: string): string =>
  ALL_CAPITALS.test(text) && !CRY.test(text) && (text.match(LETTERS)?.length ?? 0) >= TYPED_WORDS
    ? text.toLowerCase()
    : text;

/** How a customer feels by one message, from -1 (furious) to 1 (delighted): the model's reading of what they mean, not of how they type it. */
export const readMood = (model: TextClassifier, text: string): number => {
  const meant = withoutIrony(text);
  const score = scoreMood(model, inCalmLetters(withoutEchoes(meant ?? text)));
  return meant === null ? score : Math.min(SARCASTIC, score);
};

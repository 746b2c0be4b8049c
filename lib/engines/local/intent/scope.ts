import { logistic } from '@/lib/ml/logistic';
import { wordsOf } from '@/lib/ml/text-features';
import { inEnglish } from './in-english';
import { holdsWords, substantialWords } from './substance';

/** Counted beside what was seen, so that a word nobody saw says something finite. */
const PRIOR = 0.25;
/** A word of this length or longer may have a slip in it; what it then is known as counts for half. */
const SHORTEST_SLIPPED = 6;
const SLIPPED_SHARE = 0.5;
/** One word cannot speak louder than this for the desk: a name of a product in a tale of whales is still a tale of whales. */
const LOUDEST = 3;
/**
 * Weights of a logistic regression over the evidence of the words of a message, fitted to the examples of the policies with each one
 * left out of its own counts, so that a message with none of our words is as likely outside as it is there.
 */
const WEIGHTS = { bias: 1.5, strongest: 0.24, second: 0.35, mean: 1.94 };
/** Of a message without one word: a full stop, a number, a link. */
const NOTHING_SAID = 0.05;

/**
 * How likely a message, in the words of the intent model, is about something the desk is for: 0 to 1. In a language the model does not
 * read, only the words that it knows all the same count.
 */
export type ScopeModel = (text: string, foreign: boolean) => number;

/** When and how many is said of every subject, so these speak for none. */
const ANY_SUBJECT: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december lunes martes miercoles jueves viernes sabado domingo last next week weeks weekend month months year years days two three four
  five six seven eight nine ten`.split(/\s+/u),
);

/** Plural and tense tell nothing of the subject. Words stay apart otherwise. */
const stemOf = (word: string): string =>
  word.length > 5 ? word.replace(/(?:ing|ed|es|s|er|ly)$/u, '') : word.replace(/s$/u, '');

const countsOf = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(wordsOf(inEnglish(text, '')).map(stemOf)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** As many letters at the beginning make two words relatives: identity and identification, delivery and deliveryaddress. */
const BEGINNING = 6;

/** Its beginning, and what is left of a word without one letter: two words that share one are at most a slip or two apart. */
const formsOf = (word: string): string[] => [
  word.length >= BEGINNING ? `${word.slice(0, BEGINNING)}…` : word,
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

/** How often what a mistyped word may stand for was seen, by the known words a letter away (SymSpell, Garbe 2012). */
const slipsOf = (counts: ReadonlyMap<string, number>): ((word: string) => number) => {
  const near = new Map<string, number>();
  for (const [word, count] of counts) {
    if (word.length < SHORTEST_SLIPPED) continue;
    for (const form of formsOf(word)) near.set(form, Math.max(near.get(form) ?? 0, count));
  }
  return (word) =>
    word.length < SHORTEST_SLIPPED
      ? 0
      : Math.max(...formsOf(word).map((form) => near.get(form) ?? 0)) * SLIPPED_SHARE;
};

/**
 * Learns from messages to the desk and messages that are none of its business. Each word speaks by the log of how much more often it
 * stands in the one than in the other; a word in neither speaks against, as rare words of all the world's subjects should.
 */
export const learnScope = (inside: readonly string[], outside: readonly string[]): ScopeModel => {
  const ours = countsOf(inside);
  const others = countsOf(outside);
  const slipped = slipsOf(ours);
  const rateOf = (count: number, texts: number): number => Math.log((count + PRIOR) / (texts + 2 * PRIOR));
  const evidenceOf = (written: string): number => {
    const word = stemOf(written);
    const seen = ours.get(word) ?? 0;
    const elsewhere = others.get(word) ?? 0;
    const count = seen === 0 && elsewhere === 0 ? slipped(word) : seen;
    return rateOf(count, inside.length) - rateOf(elsewhere, outside.length);
  };
  const isKnown = (written: string): boolean => {
    const word = stemOf(written);
    return ours.has(word) || others.has(word);
  };
  return (text, foreign) => {
    const words = [...substantialWords(text)].filter(
      (word) => !ANY_SUBJECT.has(word) && (!foreign || isKnown(word)),
    );
    const evidence = words.map(evidenceOf).sort((a, b) => b - a);
    const [strongest, second = 0] = evidence;
    if (strongest === undefined) return holdsWords(text) ? 1 : NOTHING_SAID;
    // One more than there are: a single unknown word is thin evidence of anything.
    const mean = evidence.reduce((sum, own) => sum + own, 0) / (evidence.length + 1);
    return logistic(
      WEIGHTS.bias +
        WEIGHTS.strongest * Math.min(LOUDEST, strongest) +
        WEIGHTS.second * Math.min(LOUDEST, second) +
        WEIGHTS.mean * mean,
    );
  };
};

import { GLAD_MARKS, INTENSIFIERS, NEGATORS, PERSISTENCE, UPSET_MARKS, valenceOf } from './lexicon';
import { ALARM, BLAME, GREETING, REPEATED, REQUEST } from './mood-phrases';

const SHOUTED = /(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu;
const STRETCHED = /([a-z])\1{2,}/giu;
const DRAWN_OUT = /\.{3}|…/g;
/** A "no" that answers a question turns nothing around: "no that's perfect, thanks". */
const ANSWERING_NO =
  /^\W{0,5}(?:no|nope|nah)(?:[,.!]|\s{1,3}(?:that|thats|that['’]s|it|its|it['’]s|thank|thanks|i['’]?m|all|we['’]?re|everything|you)(?!\p{L}))/iu;
/** How far a negation reaches, in words. */
const REACH = 3;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Counts squeezed into 0 to 1, so that five exclamation marks do not weigh five times one. */
const squeeze = (count: number): number => count / (count + 1);

interface Tally {
  good: number;
  bad: number;
  best: number;
  worst: number;
  turned: number;
}

/** Valence of every word with negation and intensity taken into account. */
const tally = (words: readonly string[]): Tally => {
  const sum: Tally = { good: 0, bad: 0, best: 0, worst: 0, turned: 0 };
  words.forEach((word, at) => {
    const own = valenceOf(word);
    if (own === 0) return;
    const before = words.slice(Math.max(0, at - REACH), at);
    const negated = before.some((earlier) => NEGATORS.has(earlier));
    const strength = before.some((earlier) => INTENSIFIERS.has(earlier)) ? 1.4 : 1;
    const value = negated ? -0.6 * own : own * strength;
    if (negated) sum.turned += 1;
    if (value > 0) sum.good += value;
    else sum.bad -= value;
    sum.best = Math.max(sum.best, value);
    sum.worst = Math.max(sum.worst, -value);
  });
  return sum;
};

/** What a message does beside what it says: figures from -1 to about 1.5, absent when nothing of the kind is there. */
export const moodFeatures = (text: string, words: readonly string[]): ReadonlyMap<string, number> => {
  const said = ANSWERING_NO.test(text) ? words.slice(1) : words;
  const { good, bad, best, worst, turned } = tally(said);
  const glad = countOf(text, GLAD_MARKS);
  const upset = countOf(text, UPSET_MARKS);
  const exclaimed = countOf(text, /!/g);
  const asked = countOf(text, /\?/g);
  const features: [string, number][] = [
    ['good', squeeze(good / 2)],
    ['bad', squeeze(bad / 2)],
    ['balance', (good - bad) / (good + bad + 2)],
    ['best', best / 3],
    ['worst', worst / 3],
    ['only-good', good > 0 && bad === 0 ? 1 : 0],
    ['only-bad', bad > 0 && good === 0 ? 1 : 0],
    ['neither', good === 0 && bad === 0 ? 1 : 0],
    ['turned', squeeze(turned)],
    ['glad-mark', squeeze(glad)],
    ['upset-mark', squeeze(upset)],
    ['negation', squeeze(said.filter((word) => NEGATORS.has(word)).length)],
    ['persistence', squeeze(words.filter((word) => PERSISTENCE.has(word)).length)],
    ['shouting', squeeze(countOf(text, SHOUTED))],
    ['stretching', squeeze(countOf(text, STRETCHED))],
    ['drawn-out', squeeze(countOf(text, DRAWN_OUT))],
    ['exclaimed-good', good > bad ? squeeze(exclaimed) : 0],
    ['exclaimed-bad', bad >= good ? squeeze(exclaimed) : 0],
    ['asked', squeeze(asked)],
    ['request', REQUEST.test(text) ? 1 : 0],
    ['repeated', squeeze(countOf(text, REPEATED))],
    ['blame', squeeze(countOf(text, BLAME))],
    ['alarm', squeeze(countOf(text, ALARM))],
    ['greeting', GREETING.test(text) ? 1 : 0],
    ['long', Math.min(1, words.length / 40)],
    ['short', words.length <= 4 ? 1 : 0],
  ];
  return new Map(features.filter(([, value]) => value !== 0));
};

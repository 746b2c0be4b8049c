import { countWords } from '@/lib/core/text';
import { substantialWords } from '../intent/substance';
import { compressed } from './compress';
import type { Said } from './sentences';

/** What a sentence has that makes it worth telling; every figure is between 0 and 1. */
interface Traits {
  /** Words up to those of a whole statement. */
  length: number;
  /** Words beyond that. */
  excess: number;
  /** Words that say what it is about. */
  substance: number;
  /** Of those, how many come again elsewhere in the conversation. */
  echoed: number;
  courtesy: number;
  question: number;
}

const WHOLE = 22;
const TELLING = 8;
const ECHOES = 4;

const COURTESY =
  /\b(?:sorry|apolog|regret|inconvenience|frustrat|understand|appreciate|thank|welcome|glad|happy to|have a (?:nice|good|great|lovely)|hope|let us know if|anything else|(?:d|would) love to|gracias|disculp|lament)/iu;

/** Traits of each sentence within its conversation, in order. Linear in the words. */
const traitsOf = (sentences: readonly Said[]): Traits[] => {
  const words = sentences.map(({ text }) => substantialWords(compressed(text)));
  const times = new Map<string, number>();
  for (const set of words) for (const word of set) times.set(word, (times.get(word) ?? 0) + 1);
  return sentences.map(({ text }, i) => {
    const own = [...(words[i] ?? [])];
    const length = countWords(compressed(text));
    return {
      length: Math.min(length, WHOLE) / WHOLE,
      excess: Math.min(1, Math.max(0, length - WHOLE) / WHOLE),
      substance: Math.min(own.length, TELLING) / TELLING,
      echoed: Math.min(ECHOES, own.filter((word) => (times.get(word) ?? 0) > 1).length) / ECHOES,
      courtesy: COURTESY.test(text) ? 1 : 0,
      question: text.endsWith('?') ? 1 : 0,
    };
  });
};

/** What each trait is worth in a customer's sentence that states the problem: whole, early, not rambling. */
const PROBLEM: Readonly<Record<keyof Traits, number>> = {
  length: 1.25,
  excess: -1.2,
  substance: 0.6,
  echoed: 0.4,
  courtesy: -1.3,
  question: 0,
};
const EARLY = 1.3;
const OPENING = 0.5;

/** And in the rep's sentence that settles it: whole, late, the longer the better. */
const SETTLING: Readonly<Record<keyof Traits, number>> = {
  length: 1.1,
  excess: 1.6,
  substance: 0,
  echoed: 0.1,
  courtesy: -0.3,
  question: -0.2,
};
const LATE = 0.7;

const worth = (traits: Traits, of: Readonly<Record<keyof Traits, number>>): number =>
  traits.length * of.length +
  traits.excess * of.excess +
  traits.substance * of.substance +
  traits.echoed * of.echoed +
  traits.courtesy * of.courtesy +
  traits.question * of.question;

export interface Weighed {
  sentence: Said;
  weight: number;
}

/** The customer's sentences, in order, by how well each states the problem. `from` is where the current matter begins. */
export const asProblems = (said: readonly Said[], from: number): Weighed[] => {
  const all = traitsOf(said);
  let order = 0;
  return said.flatMap((sentence, i): Weighed[] => {
    const traits = all[i];
    if (sentence.role !== 'customer' || !traits) return [];
    if (sentence.at < from) return [{ sentence, weight: worth(traits, PROBLEM) }];
    const position = (order === 0 ? OPENING : 0) + EARLY / (1 + sentence.at - from);
    order++;
    return [{ sentence, weight: worth(traits, PROBLEM) + position }];
  });
};

/** The rep's sentences, in order, by how well each tells what was answered or done. */
export const asAnswers = (said: readonly Said[]): Weighed[] => {
  const all = traitsOf(said);
  const reps = said.filter(({ role }) => role === 'rep').length;
  let order = 0;
  return said.flatMap((sentence, i): Weighed[] => {
    const traits = all[i];
    if (sentence.role !== 'rep' || !traits) return [];
    const lateness = reps < 2 ? 0 : order / (reps - 1);
    order++;
    return [{ sentence, weight: worth(traits, SETTLING) + LATE * lateness }];
  });
};

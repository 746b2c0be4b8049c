import { findEntities } from '@/lib/detectors/entities';
import type { EntityType } from '@/lib/domain/triage';
import type { Said } from './sentences';

/** Never written into a note: they open money or stand for a person before the law. */
const SECRET: ReadonlySet<EntityType> = new Set(['credit_card', 'iban', 'ssn', 'ip']);

/** Words in front of a detail that belong to it: "by March 3", "order number 55012". */
const LEADS: ReadonlySet<string> = new Set(
  `about account after around at before bill between by code error expires flight for from id in invoice item km model near no. number of on order over
  platform ref reference room route row since street ticket to tracking train until version via visit zip
  antes cuenta de desde el en factura hasta para pedido por visita`
    .split(/\s+/u)
    .filter(Boolean),
);
/** A bare number says nothing without what is counted, unless one of these follows. */
const UNCOUNTED = /^(?:and|or|but|to|so|for|of|on|in|at|is|was|the|a|i|my|it|u|y|o|de|en)$/iu;

const MOST_LEADS = 1;
/** Details further apart are told apart. */
const NEAR = 1;

interface Word {
  text: string;
  start: number;
  end: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}$€£#+]+|[^\p{L}\p{N}%]+$/gu, '');

/** Capitals mean a name only where most words have none. */
const namesShow = (words: readonly Word[]): boolean =>
  words.filter(({ text }) => /^\p{Lu}/u.test(text)).length <= words.length / 2;

/** A name that follows one of these is the colleague's who is spoken to. */
const ADDRESSING = /^(?:hi|hey|hello|thanks|thank|you|thx|cheers|dear|ok|yes|no|sorry|hola|gracias)$/iu;
/** Words that people give a capital wherever they stand. */
const NO_NAMES: ReadonlySet<string> = new Set(
  `and but can do for get give go have help how if in is it just let my no not note ok on or please she so sorry still thank thanks that the then there
  they this to trying very we well what when where which who why will yes you your dm please regards`
    .split(/\s+/u)
    .filter(Boolean),
);

const isName = (words: readonly Word[], i: number): boolean => {
  const word = bare(words[i]?.text ?? '');
  const before = words[i - 1]?.text ?? '.';
  return (
    /^(?:\p{Lu}\p{Ll}|\p{Ll}{1,2}\p{Lu})/u.test(word) &&
    !/^I['’]/u.test(word) &&
    !/[.!?:…"“)*-]$/u.test(before) &&
    !ADDRESSING.test(bare(before)) &&
    !NO_NAMES.has(word.toLowerCase())
  );
};

/** "Yesterday" is told by the time of the message. */
const isRelative = ({ type, value }: { type: string; value: string }): boolean =>
  type === 'date' && !/[\d\p{Lu}]/u.test(value);

/** Which words are details: what a detector knows, what holds a digit, and names inside a sentence of the customer. */
const marks = (text: string, words: readonly Word[], withNames: boolean): boolean[] => {
  const entities = findEntities(text).filter((entity) => !isRelative(entity));
  const names = withNames && namesShow(words);
  return words.map(({ text: raw, start, end }, i) => {
    const within = entities.filter((entity) => entity.start < end && start < entity.end);
    if (within.some(({ type }) => SECRET.has(type))) return false;
    if (within.some(({ type }) => type !== 'person' && type !== 'address')) return true;
    const word = bare(raw);
    if (/\d/u.test(word)) return word.length > 1 || !UNCOUNTED.test(bare(words[i + 1]?.text ?? 'and'));
    return names && isName(words, i);
  });
};

/** A detail with the words that belong to it. */
export interface Detail {
  /** The details themselves, lower case. */
  facts: string[];
  phrase: string;
}

const phraseFrom = (words: readonly Word[], first: number, last: number): string => {
  let from = first;
  while (first - from < MOST_LEADS && LEADS.has(bare(words[from - 1]?.text ?? '').toLowerCase())) from--;
  const counted = bare(words[last + 1]?.text ?? '');
  const unit =
    /^\d{1,4}$/u.test(bare(words[last]?.text ?? '')) &&
    /^\p{Ll}{2,}$/u.test(counted) &&
    !UNCOUNTED.test(counted) &&
    !NO_NAMES.has(counted);
  return words
    .slice(from, last + (unit ? 2 : 1))
    .map(({ text }, i, all) => (i === 0 || i === all.length - 1 ? bare(text) : text))
    .join(' ');
};

/** The details of one sentence, in order. */
export const detailsOf = (text: string, withNames: boolean): Detail[] => {
  const words = wordsOf(text);
  const marked = marks(text, words, withNames);
  const details: Detail[] = [];
  for (let first = 0; first < words.length; first++) {
    if (!marked[first]) continue;
    let last = first;
    for (let next = first + 1; next <= last + 1 + NEAR && next < words.length; next++)
      if (marked[next] && !/[,;.]$/u.test(words[next - 1]?.text ?? '')) last = next;
    details.push({
      facts: words
        .slice(first, last + 1)
        .flatMap(({ text: raw }, i) => (marked[first + i] ? [bare(raw).toLowerCase()] : [])),
      phrase: phraseFrom(words, first, last),
    });
    first = last;
  }
  return details;
};

/** Details of one speaker that `told` does not hold, as phrases in the order they were given. */
export const detailsMissing = (
  said: readonly Said[],
  role: Said['role'],
  told: string,
  most: number,
): string[] => {
  let known = told.toLowerCase();
  const phrases: string[] = [];
  for (const sentence of said) {
    if (sentence.role !== role) continue;
    for (const { facts, phrase } of detailsOf(sentence.text, role === 'customer')) {
      if (facts.every((fact) => known.includes(fact))) continue;
      phrases.push(phrase);
      known += ` ${phrase.toLowerCase()}`;
      if (phrases.length === most) return phrases;
    }
  }
  return phrases;
};

import { stem } from './stem';
import { ENGLISH_STOP_WORDS } from './stop-words';

/** The most characters of one text that are read; the rest of a monstrous one is left out of the index. */
export const TEXT_LIMIT = 60_000;

const stems = new Map<string, string>();
const STEM_CACHE = 50_000;

const stemOf = (word: string): string => {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= STEM_CACHE) stems.clear();
  const fresh = stem(word);
  stems.set(word, fresh);
  return fresh;
};

const WORD = /[\p{L}\p{N}]+/gu;

/** Words of a text in lower case, without accents or apostrophes. A short hyphenated one is one word: `Wi-Fi` is `wifi`, `LF-400` is `lf400`. */
export const wordsOf = (text: string): string[] => {
  const plain = text
    .slice(0, TEXT_LIMIT)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`]/gu, '')
    .replace(/\b([a-z]{1,2})-(?=[\p{L}\p{N}])/gu, '$1');
  return plain.match(WORD) ?? [];
};

/** The searchable term of a word, or null for one that names nothing. */
export const termOf = (word: string): string | null =>
  ENGLISH_STOP_WORDS.has(word) || word.length > 60 || (word.length === 1 && !/\d/.test(word))
    ? null
    : stemOf(word);

/** Searchable terms of a text, in order. */
export const termsOf = (text: string): string[] => {
  const out: string[] = [];
  for (const word of wordsOf(text)) {
    const term = termOf(word);
    if (term !== null) out.push(term);
  }
  return out;
};

/** Two neighbouring terms as one, so that `late fee` is more than `late` and `fee`. */
export const pairOf = (left: string, right: string): string => `${left} ${right}`;

/** One word of a text: folded for comparison, with its UTF-16 offsets and whether a sentence ended before it. */
export interface TextWord {
  word: string;
  /** The same for the same word, small, and -1 for words met when there were too many to number. */
  number: number;
  start: number;
  end: number;
  afterBreak: boolean;
}

/*
 * Scripts that put no space between words: there every character counts as a word.
 * Elsewhere a word is a run of letters, marks and digits that an apostrophe, a digit separator or an unseen character may join.
 * The joining characters and the runs are disjoint, so the expression is linear.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])(?:[\p{L}\p{M}\p{N}]|(?<=[\p{L}\p{M}\p{N}])['’‘ʼ＇\u00ad\u200b-\u200d\u2060\ufeff](?=[\p{L}\p{N}])|(?<=\p{Nd})[.,](?=\p{Nd})))+/gu;

const JOINER = /['’‘ʼ＇\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const PLAIN = /^[a-z0-9.,]*$/;

/** A sentence ends at ! or ?, at a full stop that a space follows (an ellipsis is a pause), or at a blank line. */
const BREAK = /[!?。！？]|(?<!\.)\.(?=\s)|\n[^\S\n]*\n/u;

/** A word as it is compared: NFKC, lower case, no accents, no apostrophes. */
export const foldWord = (raw: string): string => {
  const lower = raw.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(JOINER, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');
};

const NUMBERED = 20_000;
const numbers = new Map<string, number>();

/** A number for a word, so that each of many sets of phrases finds what it knows of it without reading its letters. */
const numberOf = (word: string): number => {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  if (numbers.size >= NUMBERED) return -1;
  numbers.set(word, numbers.size);
  return numbers.size - 1;
};

const read = (text: string): readonly TextWord[] => {
  const words: TextWord[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const afterBreak = words.length > 0 && BREAK.test(text.slice(previousEnd, start));
    const word = foldWord(match[0]);
    if (word !== '') words.push({ word, number: numberOf(word), start, end, afterBreak });
    previousEnd = end;
  }
  return words;
};

let latest: { text: string; words: readonly TextWord[] } | undefined;

/** The words of a text in order. Linear; never throws. One message is held against many sets of phrases, so the last one read is kept. */
export const textWords = (text: string): readonly TextWord[] => {
  if (latest?.text !== text) latest = { text, words: read(text) };
  return latest.words;
};

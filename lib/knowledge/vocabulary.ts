import { type Postings, PostingsBuilder } from './postings';

/** Terms by number, single words also by their pairs of letters, to find what a misspelt or unseen word may have meant. */
export interface Vocabulary {
  ids: ReadonlyMap<string, number>;
  words: readonly string[];
  grams: ReadonlyMap<string, number>;
  byGram: Postings;
  gramCounts: Uint16Array;
}

const gramsOf = (word: string): string[] => {
  const padded = `^${word}$`;
  const out = new Set<string>();
  for (let i = 0; i + 1 < padded.length; i++) out.add(padded.slice(i, i + 2));
  return [...out];
};

export const buildVocabulary = (ids: ReadonlyMap<string, number>): Vocabulary => {
  const words: string[] = new Array<string>(ids.size).fill('');
  const grams = new Map<string, number>();
  const gramCounts = new Uint16Array(ids.size);
  const builder = new PostingsBuilder();
  for (const [word, id] of ids) {
    words[id] = word;
    if (word.includes(' ') || word.length < 3) continue;
    const own = gramsOf(word);
    gramCounts[id] = own.length;
    for (const gram of own) {
      const known = grams.get(gram) ?? grams.size;
      grams.set(gram, known);
      builder.add(known, id, 1);
    }
  }
  return { ids, words, grams, byGram: builder.build(grams.size), gramCounts };
};

/** Edits (insert, delete, replace, swap of neighbours) between two words, or `limit + 1` when there are more. */
export const editsBetween = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
      );
      if (!same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      current.push(edits);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
};

/** One slip in a word of 4 to 7 letters, two in a longer one; shorter words are taken as they are. */
const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** People rarely miss the first letter of a word: `flight` is no slip of `light`. */
const STRANGE_START = 0.85;

/** A short word with one letter for another is mostly a different word: `truck` is no `track`, but `tarck` is. */
const isOtherWord = (a: string, b: string): boolean =>
  a.length < 6 && a.length === b.length && [...a].sort().join('') !== [...b].sort().join('');

export interface Likeness {
  term: number;
  /** 0 to 1. */
  weight: number;
}

/** Up to three terms a word was probably meant to be: few slips away, or of most of the same letters. */
export const similarTerms = (vocabulary: Vocabulary, word: string, least: number): Likeness[] => {
  if (word.length < 4 || word.length > 40 || /\d/.test(word)) return [];
  const own = gramsOf(word);
  const shared = new Map<number, number>();
  for (const gram of own) {
    const id = vocabulary.grams.get(gram);
    if (id === undefined) continue;
    const end = vocabulary.byGram.starts[id + 1] ?? 0;
    for (let at = vocabulary.byGram.starts[id] ?? 0; at < end; at++) {
      const term = vocabulary.byGram.docs[at] ?? 0;
      shared.set(term, (shared.get(term) ?? 0) + 1);
    }
  }
  const found: Likeness[] = [];
  for (const [term, count] of shared) {
    const dice = (2 * count) / (own.length + (vocabulary.gramCounts[term] ?? 0));
    if (dice < 0.35) continue;
    const other = vocabulary.words[term] ?? '';
    if (other === word) continue;
    const allowed = slipsAllowed(word);
    const edits = editsBetween(word, other, allowed);
    const slip =
      edits <= allowed && other.length > 3 && !isOtherWord(word, other)
        ? 1 - edits / Math.max(word.length, other.length)
        : 0;
    const weight = Math.max(slip, dice) * (other[0] === word[0] ? 1 : STRANGE_START);
    if (weight >= least) found.push({ term, weight });
  }
  return found.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, 3);
};

/** Receives one feature of a text: its block (word or character), and the 32-bit hash of the n-gram. */
export type FeatureSink = (block: 0 | 1, hash: number) => void;

/** Which n-grams of a text are features. Bounds are inclusive. */
export interface NgramOptions {
  wordMax: number;
  charMin: number;
  charMax: number;
}

export const DEFAULT_NGRAMS: NgramOptions = { wordMax: 2, charMin: 2, charMax: 5 };

/** Words longer than this give only their first characters: nobody writes them, and they would cost more than they tell. */
const LONGEST_WORD = 24;
/** Words of a text that are read. A pasted document says what it is about long before. */
const MOST_WORDS = 400;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo): small, fast, and the same on every machine. */
export const hashText = (text: string, seed = FNV_OFFSET): number => {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
};

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\p{N}+|[!?]+|\p{Extended_Pictographic}/gu;
const LINK = /https?:\/\/\S{1,2000}/g;
const DIACRITIC = /\p{M}/gu;
const NUMBER = /^\p{N}/u;

/** The words a text is read as: lower case, no accents, links and figures by their kind rather than their value. */
export const wordsOf = (text: string): string[] => {
  const plain = text
    .slice(0, 20_000)
    .replace(LINK, ' link ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(DIACRITIC, '')
    .replaceAll('’', "'");
  return (plain.match(WORD) ?? [])
    .slice(0, MOST_WORDS)
    .map((word) => (NUMBER.test(word) ? figure(word) : word.slice(0, LONGEST_WORD)));
};

/** Short figures are quantities, long ones are names of things. */
const figure = (digits: string): string => (digits.length <= 4 ? '0' : '00000');

/** Every n-gram of a list of words, characters within word boundaries (a boundary is a space). */
export const eachFeature = (
  words: readonly string[],
  { wordMax, charMin, charMax }: NgramOptions,
  sink: FeatureSink,
): void => {
  for (let start = 0; start < words.length; start++) {
    let hash = FNV_OFFSET;
    for (let length = 1; length <= wordMax && start + length <= words.length; length++) {
      hash = hashText(` ${words[start + length - 1] ?? ''}`, hash);
      sink(0, hash);
    }
  }
  if (charMax < charMin) return;
  for (const word of words) {
    const padded = ` ${word} `;
    for (let start = 0; start < padded.length; start++) {
      let hash = 0x2b5d_91c3;
      for (let length = 1; length <= charMax && start + length <= padded.length; length++) {
        hash = Math.imul(hash ^ padded.charCodeAt(start + length - 1), FNV_PRIME);
        if (length >= charMin) sink(1, hash >>> 0);
      }
    }
  }
};

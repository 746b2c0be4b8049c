import { seededRandom } from '@/lib/core/random';

type Slip = (word: string, at: number) => string;

/** What fingers do to a word at one place: swap, leave out, double, or hit the key beside. */
const SLIPS: readonly Slip[] = [
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at + 1) + word.slice(at),
  (word, at) => word.slice(0, at) + beside(word[at] ?? '') + word.slice(at + 1),
];

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** The key to the right, at the end of a row the one to the left. */
const beside = (letter: string): string => {
  const row = ROWS.find((keys) => keys.includes(letter)) ?? '';
  const at = row.indexOf(letter);
  return row[at + 1] ?? row[at - 1] ?? letter;
};

/** Shorter words are seldom mistyped beyond recognition, and too short to be told once they are. */
const SHORTEST = 4;

/** A text as it comes from a hurried thumb: two slips in words of four letters and more, or a lost space. The same seed slips the same way. */
export const mistyped = (text: string, seed: number): string => {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const words = text.split(' ');
  const long = [...words.keys()].filter((at) => (words[at]?.length ?? 0) >= SHORTEST);
  for (let count = 0; count < 2 && long.length > 0; count++) {
    const at = long[below(long.length)] ?? 0;
    const word = words[at] ?? '';
    words[at] = SLIPS[below(SLIPS.length)]?.(word, below(word.length - 1)) ?? word;
  }
  const gap = below(words.length * 2);
  return words.map((word, at) => (at === 0 || at === gap ? word : ` ${word}`)).join('');
};

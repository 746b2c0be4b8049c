import { countWords, firstWords } from '@/lib/core/text';
import type { AccountFact } from '@/lib/domain/customer';

/** One sentence or two of a reply, and what it leans on. */
export interface Part {
  text: string;
  /** Number of the passage it says, when it says one. */
  passage?: number;
  /** Parts without which the reply would not do its job are kept when it is too long. */
  needed?: boolean;
}

/** The most words of a reply: more is not read in a chat, nor said in one breath. */
export const REPLY_WORDS = 90;

/** Parts in order, as many as fit; the needed ones always do. */
export const withinWords = (parts: readonly Part[], limit = REPLY_WORDS): Part[] => {
  let left =
    limit - parts.filter(({ needed }) => needed).reduce((sum, { text }) => sum + countWords(text), 0);
  return parts.filter(({ text, needed }) => {
    if (needed) return true;
    const words = countWords(text);
    if (words > left) return false;
    left -= words;
    return true;
  });
};

export const joined = (parts: readonly Part[]): string =>
  firstWords(parts.map(({ text }) => text.trim()).join(' '), 2 * REPLY_WORDS);

const isWordPart = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Keys of the facts whose value a text says, as a whole word. */
export const factsIn = (text: string, facts: readonly AccountFact[]): string[] =>
  facts.flatMap(({ key, value }) => {
    const at = value.length < 2 ? -1 : text.indexOf(value);
    return at >= 0 && !isWordPart(text[at - 1]) && !isWordPart(text[at + value.length]) ? [key] : [];
  });

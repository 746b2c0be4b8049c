import { memoByText } from '../core/memo';
import { findPii, isPii, type PiiType } from './pii';
import { PLACEHOLDER, PLACEHOLDER_LIMIT, type Vault } from './vault';

interface Span {
  type: PiiType | 'literal';
  start: number;
  end: number;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Places of a known value as a whole word, in any case of letters. */
const placesOf = (low: string, type: PiiType, value: string): Span[] => {
  const needle = value.toLowerCase();
  const found: Span[] = [];
  for (let at = low.indexOf(needle); at !== -1; at = low.indexOf(needle, at + needle.length)) {
    const end = at + needle.length;
    if (!LETTER.test(low[at - 1] ?? '') && !LETTER.test(low[end] ?? '')) found.push({ type, start: at, end });
  }
  return found;
};

/** In lower case, unit for unit: the few letters that change length when lowered stay as they are. */
const lowered = (text: string): string =>
  text.replace(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );

/** Articles, playbooks and what was said so far leave with every call of a conversation: each text is searched once. */
const detectedIn = memoByText(2000, (text) => findPii(text));

const spansOf = (text: string, vault: Vault): Span[] => {
  const low = lowered(text);
  const literal = [...text.matchAll(PLACEHOLDER)].map(
    (match): Span => ({ type: 'literal', start: match.index, end: match.index + match[0].length }),
  );
  const known = vault.known.flatMap(({ type, value }) => placesOf(low, type, value));
  const detected = detectedIn(text).flatMap(({ type, start, end }): Span[] =>
    isPii(type) ? [{ type, start, end }] : [],
  );
  const kept: Span[] = [];
  const strongest = [
    ...literal,
    ...detected.filter(({ type }) => type !== 'person'),
    ...known,
    ...detected.filter(({ type }) => type === 'person'),
  ];
  const taken = new Uint8Array(text.length);
  for (const span of strongest) {
    if (taken.subarray(span.start, span.end).includes(1)) continue;
    taken.fill(1, span.start, span.end);
    kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
};

/**
 * The text with personal data replaced by placeholders such as `[EMAIL_1]`; the vault remembers what they stand for.
 * Text that already looks like a placeholder is replaced too, so nobody can write one and have it filled.
 */
export const redact = (text: string, vault: Vault): string => {
  let out = '';
  let at = 0;
  for (const { type, start, end } of spansOf(text, vault)) {
    out += text.slice(at, start) + vault.placeholderFor(type, text.slice(start, end));
    at = end;
  }
  return out + text.slice(at);
};

/** The values back in place of their placeholders; one that the vault never gave stays as it is. */
export const restore = (text: string, vault: Vault): string =>
  text.replace(PLACEHOLDER, (placeholder) => vault.valueOf(placeholder) ?? placeholder);

/** `restore` for text that arrives in pieces: what may be the start of a placeholder is held back until the rest of it came. */
export interface StreamingRestore {
  push(delta: string): string;
  /** What was held back, when no more comes. */
  end(): string;
}

export const restoreStream = (vault: Vault): StreamingRestore => {
  let held = '';
  return {
    push(delta) {
      held += delta;
      const open = held.lastIndexOf('[');
      const unfinished = open !== -1 && held.length - open < PLACEHOLDER_LIMIT && !held.includes(']', open);
      const ready = unfinished ? held.slice(0, open) : held;
      held = unfinished ? held.slice(open) : '';
      return restore(ready, vault);
    },
    end() {
      const rest = held;
      held = '';
      return restore(rest, vault);
    },
  };
};

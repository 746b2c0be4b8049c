/**
 * Characters nobody sees: zero-width, soft hyphen, bidirectional controls, tags, variation selectors. Zero-width joiner and the emoji
 * selector stay, because emoji are made of them.
 */
const INVISIBLE = /(?![\u200d\ufe0f])(?:\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb])/gu;
const CONTROL = /(?![\n\t])\p{Cc}/gu;

/** Text as a person would see it: NFC, no invisible or control characters, line ends unified. Never throws; lone surrogates become U+FFFD. */
export const visibleText = (raw: string): string =>
  raw.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROL, '').replace(INVISIBLE, '');

/** Words as people count them: runs between white space that hold a letter, a digit or a symbol. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The first `limit` words, whole, with an ellipsis where something was left out. */
export const firstWords = (text: string, limit: number): string => {
  const words = text.trim().split(/\s+/u);
  return words.length <= limit ? words.join(' ') : `${words.slice(0, limit).join(' ')}…`;
};

/** Cut to at most `limit` UTF-16 units, never inside a surrogate pair. */
export const clip = (text: string, limit: number): string =>
  text.length <= limit
    ? text
    : `${text
        .slice(0, limit - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;

/** Segmenters by locale: making one costs more than a page of text does. */
const segmenters = new Map<string, Intl.Segmenter>();

const segmenterOf = (locale: string): Intl.Segmenter => {
  const made = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(locale, made);
  return made;
};

/** Sentences of running text, by the language's own rules. */
export const sentencesOf = (text: string, locale = 'en'): string[] =>
  [...segmenterOf(locale).segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);

/**
 * How far an edited text is from the original: Levenshtein distance over words, divided by the longer length; 0 is equal, 1 shares nothing.
 * Texts over 400 words are compared by their first 400.
 */
export const editDistance = (before: string, after: string): number => {
  const a = before.trim().split(/\s+/u).filter(Boolean).slice(0, 400);
  const b = after.trim().split(/\s+/u).filter(Boolean).slice(0, 400);
  if (a.length === 0 && b.length === 0) return 0;
  let previous = b.map((_, j) => j + 1);
  for (let i = 0; i < a.length; i++) {
    const current: number[] = [];
    for (let j = 0; j < b.length; j++) {
      const diagonal = j === 0 ? i : (previous[j - 1] ?? 0);
      const up = previous[j] ?? 0;
      const left = j === 0 ? i + 1 : (current[j - 1] ?? 0);
      current.push(Math.min(diagonal + (a[i] === b[j] ? 0 : 1), up + 1, left + 1));
    }
    previous = current;
  }
  return (previous[b.length - 1] ?? a.length) / Math.max(a.length, b.length);
};

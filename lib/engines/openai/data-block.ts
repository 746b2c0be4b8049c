import { memoByText } from '@/lib/core/memo';
import { clip, visibleText } from '@/lib/core/text';

/** The longest text of one row; a message may be longer, a model needs no more of it. */
const TEXT_LIMIT = 4_000;

export type Row = Record<string, string | number | boolean | null>;

/** The same articles and messages leave with every call of a conversation. */
const visible = memoByText(2000, visibleText);

/** Text from outside as it may leave: visible characters only, no personal data, a bounded length. Cut last, because half a card number is not seen as one. */
export const cleaner =
  (redact: (text: string) => string) =>
  (raw: string): string =>
    clip(redact(visible(raw)), TEXT_LIMIT);

/**
 * Rows as JSON lines between delimiters that name where they come from.
 * Inside, `<` and `>` are written as escapes and line ends cannot occur, so no text can close its block, open another, or pose as a row.
 */
export const dataBlock = (from: string, rows: readonly Row[]): string => {
  const lines = rows.map((row) => JSON.stringify(row).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'));
  return [`<data from="${from}">`, ...(lines.length === 0 ? ['(none)'] : lines), '</data>'].join('\n');
};

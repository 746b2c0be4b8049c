import { memoByText } from '@/lib/core/memo';
import { clip, visibleText } from '@/lib/core/text';
import { findInjection } from '@/lib/detectors/injection';

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

const ordersIn = memoByText(2000, findInjection);

/** What stands for a text that was left out; short, so that no model takes it for knowledge. */
export const LEFT_OUT = '(left out: this text gives orders to its reader)';

/**
 * Text that nobody in the conversation wrote (articles, incidents, account facts, names, tool output) as it may leave: like `clean`, but
 * one that speaks to the machine is left out whole, and told to `onLeftOut` with the reason. Messages are shown as they were written,
 * with their flag: what a customer says is what a rep answers.
 */
export const guardedBy =
  (clean: (text: string) => string, onLeftOut: (why: string) => void): ((raw: string) => string) =>
  (raw) => {
    const [order] = ordersIn(raw);
    if (order === undefined) return clean(raw);
    onLeftOut(order.why);
    return LEFT_OUT;
  };

/**
 * Rows as JSON lines between delimiters that name where they come from.
 * Inside, `<` and `>` are written as escapes and line ends cannot occur, so no text can close its block, open another, or pose as a row.
 */
export const dataBlock = (from: string, rows: readonly Row[]): string => {
  const lines = rows.map((row) => JSON.stringify(row).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'));
  return [`<data from="${from}">`, ...(lines.length === 0 ? ['(none)'] : lines), '</data>'].join('\n');
};

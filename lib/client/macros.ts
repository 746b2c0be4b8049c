/** Where a macro is being looked for: from the slash to the cursor. */
export interface MacroQuery {
  start: number;
  query: string;
}

/** The macro search at the cursor: a slash at the start of a word, and letters after it. Null when there is none. */
export const macroQueryAt = (text: string, cursor: number): MacroQuery | null => {
  const before = text.slice(0, cursor);
  const start = before.lastIndexOf('/');
  if (start === -1) return null;
  const previous = before[start - 1];
  if (previous !== undefined && previous.trim() !== '') return null;
  const query = before.slice(start + 1);
  return query.length <= 40 && query.trim() === query && !query.includes(' ') && !query.includes('\n')
    ? { start, query }
    : null;
};

interface Macro {
  id: string;
  title: string;
}

/** Macros whose name has every letter sequence asked for, those that begin with it first. At most eight. */
export const findMacros = <T extends Macro>(macros: readonly T[], query: string): T[] => {
  const wanted = query.toLowerCase();
  const names = (macro: T): string[] => [macro.id.toLowerCase(), macro.title.toLowerCase()];
  const begins = (macro: T): boolean => names(macro).some((name) => name.startsWith(wanted));
  return macros
    .filter((macro) => names(macro).some((name) => name.includes(wanted)))
    .sort((a, b) => Number(begins(b)) - Number(begins(a)))
    .slice(0, 8);
};

export interface Edited {
  text: string;
  cursor: number;
}

/** Puts words between two places of a text, with a space where words would run together; the rest stays. */
export const insertBetween = (text: string, start: number, end: number, words: string): Edited => {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const left = before !== '' && !/\s$/u.test(before) ? ' ' : '';
  const right = after !== '' && !/^\s/u.test(after) && !/\s$/u.test(words) ? ' ' : '';
  const inserted = left + words + right;
  return { text: before + inserted + after, cursor: start + inserted.length };
};

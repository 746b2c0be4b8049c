export type QuantityKind = 'amount' | 'percentage' | 'date' | 'duration';

/**
 * A value said in a text. Two quantities of a kind mean the same when they share a key, whatever their wording:
 * `$8`, `8.00 USD` and `eight dollars` all have the key `800`. A date may be read two ways and then has two keys.
 */
export interface Quantity {
  kind: QuantityKind;
  text: string;
  start: number;
  end: number;
  keys: string[];
}

/** Every match of a global expression as a quantity; matches for which `keysOf` gives nothing are left out. */
export const collect = (
  kind: QuantityKind,
  text: string,
  pattern: RegExp,
  keysOf: (groups: Record<string, string | undefined>) => string[],
): Quantity[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const keys = keysOf(match.groups ?? {});
    return keys.length === 0
      ? []
      : [{ kind, text: match[0], start: match.index, end: match.index + match[0].length, keys }];
  });

/** Of quantities that overlap, the longest; in order of place. */
export const longest = (found: readonly Quantity[]): Quantity[] => {
  const kept: Quantity[] = [];
  for (const next of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || next.start >= last.end) kept.push(next);
    else if (next.end - next.start > last.end - last.start) kept[kept.length - 1] = next;
  }
  return kept;
};

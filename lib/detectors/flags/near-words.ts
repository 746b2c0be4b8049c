/** Words this long or longer may differ by one slip; in shorter ones a slip makes another word. */
const SHORTEST_SLIPPED = 5;
/** Words this long or longer are recognised at the end of another, where the space before them was left out. */
const SHORTEST_GLUED = 6;

/** Whether two words differ by at most one letter changed, left out, put in, or swapped with the next (Damerau, 1964). */
const oneSlipApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restOf = (word: string, skipped: number): string => word.slice(start + skipped);
  if (a.length !== b.length)
    return a.length > b.length ? restOf(a, 1) === restOf(b, 0) : restOf(a, 0) === restOf(b, 1);
  if (restOf(a, 1) === restOf(b, 1)) return true;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && restOf(a, 2) === restOf(b, 2);
};

/** A test whether a lower-case word is one of a few, spelling aside: one slip in a longer word, or glued to its neighbour. */
export const nearAnyOf = (known: readonly string[]): ((word: string) => boolean) => {
  const exact = new Set(known);
  const long = known.filter((word) => word.length >= SHORTEST_SLIPPED);
  const glued = known.filter((word) => word.length >= SHORTEST_GLUED);
  return (word) =>
    exact.has(word) ||
    (word.length >= SHORTEST_SLIPPED && long.some((other) => oneSlipApart(word, other))) ||
    glued.some((other) => word.endsWith(other));
};

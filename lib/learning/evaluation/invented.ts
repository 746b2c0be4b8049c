/**
 * What a summary states that its sources do not: every figure (a run of letters and digits with a digit in it) and every word with a capital
 * that none of the sources has, in any case of letters. Words of the summary's own frame begin its sentences and are no claims.
 */
const FRAME: ReadonlySet<string> = new Set(
  `the customer rep case it done promised answer ask reply make somebody speak they them their theirs themselves we us our ours ourselves not said
  frustrated calm friendly angry acknowledge be keep`
    .split(/\s+/u)
    .filter(Boolean),
);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The distinct invented words of a summary, in order. */
export const inventedIn = (summary: string, sources: readonly string[]): string[] => {
  const known = new Set(sources.flatMap((source) => wordsOf(source.toLowerCase())));
  return [...new Set(wordsOf(summary))].filter(
    (word) => /\d|^\p{Lu}/u.test(word) && !known.has(word.toLowerCase()) && !FRAME.has(word.toLowerCase()),
  );
};

/** Words as ROUGE counts them: lower case, letters and digits only, no stemming. */
const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const counted = (words: readonly string[], n: number): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) {
    const gram = words.slice(i, i + n).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
};

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

const f1 = (shared: number, guessed: number, wanted: number): number =>
  guessed + wanted === 0 ? 0 : (2 * shared) / (guessed + wanted);

/** ROUGE-N as F1 over n-grams, clipped counts (Lin, 2004). */
export const rougeN = (summary: string, reference: string, n: number): number => {
  const mine = counted(tokens(summary), n);
  const theirs = counted(tokens(reference), n);
  const shared = [...mine].reduce((sum, [gram, count]) => sum + Math.min(count, theirs.get(gram) ?? 0), 0);
  return f1(shared, total(mine), total(theirs));
};

/** ROUGE-L as F1 over the longest common subsequence of words, texts taken whole. */
export const rougeL = (summary: string, reference: string): number => {
  const mine = tokens(summary);
  const theirs = tokens(reference);
  let previous = new Uint16Array(theirs.length + 1);
  for (const word of mine) {
    const current = new Uint16Array(theirs.length + 1);
    for (let j = 1; j <= theirs.length; j++) {
      current[j] =
        word === theirs[j - 1] ? (previous[j - 1] ?? 0) + 1 : Math.max(previous[j] ?? 0, current[j - 1] ?? 0);
    }
    previous = current;
  }
  return f1(previous[theirs.length] ?? 0, mine.length, theirs.length);
};

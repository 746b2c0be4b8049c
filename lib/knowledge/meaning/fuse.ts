/** k of reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009): how little the very first places count for more than the next. */
const K = 60;

/** Items of several rankings, best first: each gains 1 / (k + place) from every ranking it is in. Ties keep the order of the first. */
export const fuseRankings = <Item>(rankings: readonly (readonly Item[])[]): Item[] => {
  const scores = new Map<Item, number>();
  for (const ranking of rankings)
    for (const [at, item] of ranking.entries()) scores.set(item, (scores.get(item) ?? 0) + 1 / (K + at + 1));
  return [...scores].sort(([, a], [, b]) => b - a).map(([item]) => item);
};

/** What one standard deviation beyond chance adds to the log-odds of relevance, and the most that meaning takes or adds. */
const PER_DEVIATION = 1.5;
const AT_LEAST = -1;
const AT_MOST = 4.5;

/**
 * Relevance by words, corrected by how far the article stands out in meaning beyond what chance would give. One that stands out
 * clearly is relevant though it shares no word with the question; one that does not is a little less so.
 */
export const withMeaning = (relevance: number, standing: number, chance: number): number => {
  const shift = Math.min(AT_MOST, Math.max(AT_LEAST, PER_DEVIATION * (standing - chance)));
  const odds = (relevance / Math.max(1e-9, 1 - relevance)) * Math.exp(shift);
  return odds / (1 + odds);
};

/** How alike the question and each article are in meaning, beside how alike they are in words. */
export interface StandingOut {
  /** The article's most alike passage, -1 when none of it has a vector. */
  bestChunk: Int32Array;
  /** How far the article lies above all others, in standard deviations of this question's own likenesses; 0 when not known. */
  byArticle: Float32Array;
}

/** Below this many articles a deviation says nothing. */
const ENOUGH = 8;

/**
 * Likenesses of one question by article, on a scale that does not depend on the model: cosines of some models lie between 0.7 and
 * 0.9 and of others between 0 and 0.5, but an article that answers lies far above the rest with all of them.
 */
export const standingOut = (
  cosines: Float32Array,
  articleOfChunk: Uint32Array,
  articles: number,
): StandingOut => {
  const bestChunk = new Int32Array(articles).fill(-1);
  for (let chunk = 0; chunk < cosines.length; chunk++) {
    const likeness = cosines[chunk] ?? Number.NaN;
    if (Number.isNaN(likeness)) continue;
    const article = articleOfChunk[chunk] ?? 0;
    const known = bestChunk[article] ?? -1;
    if (known === -1 || likeness > (cosines[known] ?? 0)) bestChunk[article] = chunk;
  }
  const byArticle = new Float32Array(articles);
  const alike = [...bestChunk].filter((chunk) => chunk !== -1).map((chunk) => cosines[chunk] ?? 0);
  const mean = alike.reduce((sum, value) => sum + value, 0) / Math.max(1, alike.length);
  const spread = Math.sqrt(
    alike.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, alike.length),
  );
  if (alike.length < ENOUGH || spread < 1e-6) return { bestChunk, byArticle };
  for (const [article, chunk] of bestChunk.entries())
    if (chunk !== -1) byArticle[article] = ((cosines[chunk] ?? 0) - mean) / spread;
  return { bestChunk, byArticle };
};

/** About the greatest deviation that chance alone gives among this many: the asymptote √(2 ln n) of the normal distribution's maximum. */
export const byChance = (articles: number): number => Math.sqrt(2 * Math.log(Math.max(2, articles)));

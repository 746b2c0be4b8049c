import { billChanges } from './bill-changes';
import type { KnowledgeIndex } from './build-index';
import { type Concept, conceptsOf } from './concepts';
import type { KnowledgeQuery } from './port';
import { type Scores, scoreConcepts } from './score';

export type RankQuery = Pick<KnowledgeQuery, 'text' | 'intents' | 'products' | 'account'>;

/** An article with everything its relevance is judged by. */
export interface RankedArticle {
  article: number;
  /** Comparable within one query only. */
  score: number;
  /** The part of the score that the words earned, before context. */
  words: number;
  bestChunk: number;
}

export interface Ranking {
  ranked: RankedArticle[];
  concepts: readonly Concept[];
  byArticle: Scores;
  byChunk: Scores;
}

/** What the best single fact adds to what the whole article says. */
const BEST_FACT = 0.25;
/** An article of the triaged intent, fully confident, gains this share of the best word score; one of a product held, that. */
const INTENT_BOOST = 0.5;
const PRODUCT_BOOST = 0.05;
/** The one most about the lines that made this account's bill higher gains this share, the others as far as they are about them. */
const RAISED_BOOST = 0.4;

export const intentAgreement = (intents: ReadonlySet<string>, query: RankQuery['intents']): number => {
  let best = 0;
  for (const { id, confidence } of query) if (intents.has(id)) best = Math.max(best, confidence);
  return best;
};

/** How much each article is about what made this account's bill higher, the most so 1; null when nothing did. */
const aboutRaised = (index: KnowledgeIndex, { account }: RankQuery): Float32Array | null => {
  const raised = account && billChanges(account)?.raised;
  if (!raised || raised.length === 0) return null;
  const { score } = scoreConcepts(
    index.byArticle,
    index.articles.length,
    conceptsOf(index, raised.join('. ')),
  );
  const top = score.reduce((most, one) => Math.max(most, one), 0);
  return top === 0 ? null : score.map((one) => one / top);
};

/** Articles in order for a query, with the scores they were ordered by. */
export const rank = (index: KnowledgeIndex, query: RankQuery, limit: number): Ranking => {
  const concepts = conceptsOf(index, query.text);
  const byArticle = scoreConcepts(index.byArticle, index.articles.length, concepts);
  const byChunk = scoreConcepts(index.byChunk, index.chunks.length, concepts);
  const best = new Int32Array(index.articles.length).fill(-1);
  for (let chunk = 0; chunk < index.chunks.length; chunk++) {
    const score = byChunk.score[chunk] ?? 0;
    if (score === 0) continue;
    const article = index.articleOfChunk[chunk] ?? 0;
    const known = best[article] ?? -1;
    if (known === -1 || score > (byChunk.score[known] ?? 0)) best[article] = chunk;
  }
  const found: RankedArticle[] = [];
  let top = 0;
  for (let article = 0; article < index.articles.length; article++) {
    const whole = byArticle.score[article] ?? 0;
    if (whole === 0) continue;
    const bestChunk = best[article] ?? -1;
    const words = whole + BEST_FACT * (bestChunk === -1 ? 0 : (byChunk.score[bestChunk] ?? 0));
    top = Math.max(top, words);
    found.push({ article, score: words, words, bestChunk });
  }
  const raised = aboutRaised(index, query);
  for (const hit of found) {
    const article = index.articles[hit.article];
    if (!article) continue;
    if (raised) hit.score += top * RAISED_BOOST * (raised[hit.article] ?? 0);
    hit.score += top * INTENT_BOOST * intentAgreement(article.intents, query.intents);
    if (article.products.some((product) => query.products.includes(product)))
      hit.score += top * PRODUCT_BOOST;
  }
  const ranked = found.sort((a, b) => b.score - a.score || a.article - b.article).slice(0, limit);
  return { ranked, concepts, byArticle, byChunk };
};

/** Only the order. */
export const rankArticles = (index: KnowledgeIndex, query: RankQuery, limit: number): RankedArticle[] =>
  rank(index, query, limit).ranked;

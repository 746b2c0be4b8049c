import { type AccountFit, accountFit } from './account-fit';
import { answersKindOf } from './answer-kind';
import type { KnowledgeIndex } from './build-index';
import type { Chunk } from './chunk';
import { weighEvidence } from './evidence';
import { fuseRankings, withMeaning } from './meaning/fuse';
import { byChance, type StandingOut, standingOut } from './meaning/standing-out';
import type { KnowledgeQuery } from './port';
import { type RankedArticle, type Ranking, rank } from './rank';
import { type Evidence, relevanceOf } from './relevance';
import { termsOf } from './terms';

/** An article's best fact for a question. */
export interface Hit {
  chunk: Chunk;
  /** Comparable within one query only. */
  score: number;
  /** Calibrated: the share of hits with this figure that answer the question. */
  relevance: number;
  evidence: Evidence;
}

/** Two facts that share this much of their words say the same thing; only the first is worth a place. */
const SAME_FACT = 0.8;
/** Hits looked at beyond those asked for, so that relevance and not the raw score has the last word. */
const SPARE = 6;
/** What a fact of the kind that was asked for (an amount, a time) gains over one that is not. */
const RIGHT_KIND = 1.4;
/** What becomes of a fact for an occasion the account has, and of one for an occasion it has not: that one comes last. */
const OCCASION = { '1': 3, '0': 1, '-1': 0.05 } as const;

const sharedWords = (a: string, b: string): number => {
  const left = new Set(termsOf(a));
  const right = new Set(termsOf(b));
  let both = 0;
  for (const term of left) if (right.has(term)) both++;
  const all = left.size + right.size - both;
  return all === 0 ? 0 : both / all;
};

/** What each fact of a question is worth, beside the words it shares. */
interface Wanted {
  isKind: (fact: string) => boolean;
  fit: AccountFit;
  likeness: Float32Array | null;
}

/**
 * Facts of an article, best first; its steps only where it has no fact. A fact of the kind that was asked for, or for the occasion the
 * account has, comes before an equal one.
 */
const factsOf = (index: KnowledgeIndex, ranking: Ranking, article: number, wanted: Wanted): number[] => {
  const { firstChunk = 0, chunkCount = 0 } = index.articles[article] ?? {};
  const all = Array.from({ length: chunkCount }, (_, i) => firstChunk + i);
  const facts = all.filter((chunk) => index.chunks[chunk]?.kind === 'fact');
  const own = facts.length > 0 ? facts : all;
  const worth = (chunk: number): number => {
    const text = index.chunks[chunk]?.text ?? '';
    return (
      (ranking.byChunk.score[chunk] ?? 0) *
      (wanted.isKind(text) ? RIGHT_KIND : 1) *
      OCCASION[wanted.fit(text)]
    );
  };
  const worths = new Map(own.map((chunk) => [chunk, worth(chunk)]));
  const byWords = own.toSorted((a, b) => (worths.get(b) ?? 0) - (worths.get(a) ?? 0) || a - b);
  const { likeness } = wanted;
  if (!likeness) return byWords;
  const like = (chunk: number): number => likeness[chunk] ?? Number.NaN;
  const byMeaning = own.filter((chunk) => !Number.isNaN(like(chunk))).sort((a, b) => like(b) - like(a));
  return fuseRankings([byWords.filter((chunk) => (worths.get(chunk) ?? 0) > 0), byMeaning]);
};

/** How alike the question is to every chunk in meaning, where embeddings could say. */
export interface Likeness {
  /** Cosine by chunk of the index; NaN for one without a vector. */
  byChunk: Float32Array;
}

const candidatesOf = (ranking: Ranking, limit: number, standing: StandingOut | null): RankedArticle[] => {
  if (!standing) return ranking.ranked.slice(0, limit);
  const byMeaning = [...standing.byArticle.keys()]
    .filter((article) => (standing.byArticle[article] ?? 0) > 0)
    .sort((a, b) => (standing.byArticle[b] ?? 0) - (standing.byArticle[a] ?? 0))
    .slice(0, limit);
  const byWords = new Map(ranking.ranked.map((hit) => [hit.article, hit]));
  return fuseRankings([ranking.ranked.slice(0, limit).map(({ article }) => article), byMeaning])
    .slice(0, limit)
    .map((article) => byWords.get(article) ?? { article, score: 0, words: 0, bestChunk: -1 });
};

/** The best fact of each article that may answer, most relevant first, none saying what another already says. */
export const searchIndex = (index: KnowledgeIndex, query: KnowledgeQuery, likeness?: Likeness): Hit[] => {
  const limit = query.limit + SPARE;
  const fit: AccountFit = query.account ? accountFit(query.account) : () => 0;
  const standing = likeness
    ? standingOut(likeness.byChunk, index.articleOfChunk, index.articles.length)
    : null;
  const ranking = rank(index, query, standing ? index.articles.length : limit);
  const evidenceOf = weighEvidence(index, query, ranking);
  const wanted: Wanted = { isKind: answersKindOf(query.text), fit, likeness: likeness?.byChunk ?? null };
  const chance = byChance(index.articles.length);
  const hits: Hit[] = [];
  for (const ranked of candidatesOf(ranking, limit, standing)) {
    const fact = factsOf(index, ranking, ranked.article, wanted).find((at) => {
      const text = index.chunks[at]?.text ?? '';
      return !hits.some((hit) => sharedWords(hit.chunk.text, text) >= SAME_FACT);
    });
    const chunk = fact === undefined ? undefined : index.chunks[fact];
    if (fact === undefined || !chunk) continue;
    const evidence = evidenceOf(ranked, fact);
    const worded = relevanceOf(evidence);
    const relevance = standing
      ? withMeaning(worded, standing.byArticle[ranked.article] ?? 0, chance)
      : worded;
    hits.push({ chunk, score: ranked.score, relevance, evidence });
  }
  return hits.sort((a, b) => b.relevance - a.relevance || b.score - a.score).slice(0, query.limit);
};

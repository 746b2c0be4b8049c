import { answersKindOf } from './answer-kind';
import type { KnowledgeIndex } from './build-index';
import type { Chunk } from './chunk';
import { type Concept, rarity } from './concepts';
import type { KnowledgeQuery } from './port';
import { documentsWith } from './postings';
import { intentAgreement, type RankedArticle, type Ranking, rank } from './rank';
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
/** The share of a question an article has to hold for its lead or its intent to count in full. */
const WORDED = 0.45;

const sharedWords = (a: string, b: string): number => {
  const left = new Set(termsOf(a));
  const right = new Set(termsOf(b));
  let both = 0;
  for (const term of left) if (right.has(term)) both++;
  const all = left.size + right.size - both;
  return all === 0 ? 0 : both / all;
};

/** Share of the title, by rarity, that the concepts name. */
const titleShare = (
  index: KnowledgeIndex,
  titleTerms: Uint32Array,
  named: ReadonlyMap<number, number>,
): number => {
  let all = 0;
  let hit = 0;
  for (const term of titleTerms) {
    if (index.vocabulary.words[term]?.includes(' ')) continue;
    const weight = rarity(documentsWith(index.byArticle, term), index.articles.length);
    all += weight;
    hit += weight * (named.get(term) ?? 0);
  }
  return all === 0 ? 0 : hit / all;
};

const namedBy = (concepts: readonly Concept[]): Map<number, number> => {
  const named = new Map<number, number>();
  for (const { alternatives } of concepts)
    for (const { term, weight } of alternatives) named.set(term, Math.max(weight, named.get(term) ?? 0));
  return named;
};

/** Facts of an article, best first; its steps only where it has no fact. A fact of the kind that was asked for comes before an equal one. */
const factsOf = (
  index: KnowledgeIndex,
  ranking: Ranking,
  article: number,
  isWanted: (fact: string) => boolean,
): number[] => {
  const { firstChunk = 0, chunkCount = 0 } = index.articles[article] ?? {};
  const all = Array.from({ length: chunkCount }, (_, i) => firstChunk + i);
  const facts = all.filter((chunk) => index.chunks[chunk]?.kind === 'fact');
  const worth = (chunk: number): number =>
    (ranking.byChunk.score[chunk] ?? 0) * (isWanted(index.chunks[chunk]?.text ?? '') ? RIGHT_KIND : 1);
  return (facts.length > 0 ? facts : all).sort((a, b) => worth(b) - worth(a) || a - b);
};

const weighEvidence = (
  index: KnowledgeIndex,
  query: KnowledgeQuery,
  ranking: Ranking,
): ((hit: RankedArticle, fact: number) => Evidence) => {
  const single = ranking.concepts.filter(({ pair }) => !pair);
  const asked = single.reduce((sum, { weight }) => sum + weight, 0);
  const known = single.reduce(
    (sum, { alternatives, weight }) =>
      sum + weight * Math.max(0, ...alternatives.map((other) => other.weight)),
    0,
  );
  const named = namedBy(single);
  const [first, second] = ranking.ranked;
  const top = first?.score ?? 1;
  const share = (held: number | undefined): number => (asked === 0 ? 0 : (held ?? 0) / asked);
  return (hit, fact) => {
    const article = index.articles[hit.article];
    const rival = hit === first ? (second?.score ?? 0) : top;
    const coverage = share(ranking.byArticle.covered[hit.article]);
    const worded = Math.min(1, (coverage / WORDED) ** 2);
    const lead = (hit.score - rival) / top;
    const agreement = article ? intentAgreement(article.intents, query.intents) : 0;
    return {
      coverage,
      factCoverage: share(ranking.byChunk.covered[fact]),
      title: article ? titleShare(index, article.titleTerms, named) : 0,
      lead: lead * worded,
      agreement: agreement * worded,
      known: asked === 0 ? 0 : known / asked,
    };
  };
};

/** The best fact of each article that may answer, most relevant first, none saying what another already says. */
export const searchIndex = (index: KnowledgeIndex, query: KnowledgeQuery): Hit[] => {
  const ranking = rank(index, query, query.limit + SPARE);
  const evidenceOf = weighEvidence(index, query, ranking);
  const isWanted = answersKindOf(query.text);
  const hits: Hit[] = [];
  for (const ranked of ranking.ranked) {
    const fact = factsOf(index, ranking, ranked.article, isWanted).find((at) => {
      const text = index.chunks[at]?.text ?? '';
      return !hits.some((hit) => sharedWords(hit.chunk.text, text) >= SAME_FACT);
    });
    const chunk = fact === undefined ? undefined : index.chunks[fact];
    if (fact === undefined || !chunk) continue;
    const evidence = evidenceOf(ranked, fact);
    hits.push({ chunk, score: ranked.score, relevance: relevanceOf(evidence), evidence });
  }
  return hits.sort((a, b) => b.relevance - a.relevance || b.score - a.score).slice(0, query.limit);
};

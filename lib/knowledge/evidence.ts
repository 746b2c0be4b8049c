import type { KnowledgeIndex } from './build-index';
import { type Concept, rarity } from './concepts';
import type { KnowledgeQuery } from './port';
import { documentsWith } from './postings';
import { intentAgreement, type RankedArticle, type Ranking } from './rank';
import type { Evidence } from './relevance';

/** The share of a question an article has to hold for its lead or its intent to count in full. */
const WORDED = 0.45;
/** And the share its title has to hold for the lead to count in full: to lead by a word in passing is chance. */
const TITLED = 0.3;
/** A lead beyond this says no more than one of this much: the only article with a rare word leads by everything. */
const LEAST_LEAD = -0.3;
const MOST_LEAD = 0.25;

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

/** Share of what was asked, by rarity, that the title holds. */
const titleCoverage = (titleTerms: Uint32Array, concepts: readonly Concept[]): number => {
  const title = new Set(titleTerms);
  let all = 0;
  let held = 0;
  for (const { alternatives, weight } of concepts) {
    all += weight;
    held +=
      weight *
      alternatives.reduce((best, one) => (title.has(one.term) ? Math.max(best, one.weight) : best), 0);
  }
  return all === 0 ? 0 : held / all;
};

/** What speaks for each hit of one question. */
export const weighEvidence = (
  index: KnowledgeIndex,
  query: KnowledgeQuery,
  ranking: Ranking,
): ((hit: RankedArticle, fact: number) => Evidence) => {
  const single = ranking.concepts.filter(({ pair }) => !pair);
  const asked = single.reduce((sum, { weight }) => sum + weight, 0);
  const share = (held: number | undefined): number => (asked === 0 ? 0 : (held ?? 0) / asked);
  const known = share(
    single.reduce(
      (sum, { alternatives, weight }) =>
        sum + weight * Math.max(0, ...alternatives.map((other) => other.weight)),
      0,
    ),
  );
  const named = namedBy(single);
  const [first, second] = ranking.ranked;
  const top = first?.score ?? 1;
  return (hit, fact) => {
    const article = index.articles[hit.article];
    const rival = hit === first ? (second?.score ?? 0) : top;
    const coverage = share(ranking.byArticle.covered[hit.article]);
    const worded = Math.min(1, (coverage / WORDED) ** 2);
    const lead = ((hit.score - rival) / top) * worded;
    const about = article ? titleCoverage(article.titleTerms, single) : 0;
    const agreement = article ? intentAgreement(article.intents, query.intents) : 0;
    return {
      coverage,
      factCoverage: share(ranking.byChunk.covered[fact]),
      title: article ? titleShare(index, article.titleTerms, named) : 0,
      about,
      lead: Math.min(MOST_LEAD, Math.max(LEAST_LEAD, lead)),
      namedLead: Math.min(MOST_LEAD, lead * Math.min(1, about / TITLED)),
      agreement: agreement * worded,
      known,
    };
  };
};

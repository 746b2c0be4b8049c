import type { Clock } from '@/lib/core/clock';
import { hashOf } from '@/lib/core/hash';
import type { Article, Passage } from '@/lib/domain/knowledge';
import type { KnowledgePolicy } from '@/lib/policies/knowledge-policy';
import { buildIndex } from './build-index';
import { chunkArticle } from './chunk';
import { textFreshness } from './freshness';
import type { KnowledgePort } from './port';
import { type Hit, searchIndex } from './search';

export interface LibrarySource {
  articles: readonly Article[];
  policy: KnowledgePolicy;
  clock: Clock;
  /** Titles of intents by id; without them an intent is searched by the words of its id. */
  intentTitles?: ReadonlyMap<string, string>;
}

/** The articles as they stand, searchable. Immutable: when an article or the policy changes, build a new one and swap it in. */
export interface Library extends KnowledgePort {
  /** Chunks in the index. */
  readonly size: number;
  readonly articleCount: number;
  /** Changes when an article, its review or the policy does. */
  readonly version: string;
  article(id: string): Article | undefined;
}

const versionOf = ({ articles, policy }: LibrarySource): string =>
  hashOf({
    policy,
    articles: articles
      .map(({ id, version, reviewedAt }) => `${id}#${version}@${reviewedAt.toISOString()}`)
      .sort(),
  }).slice(0, 12);

/** The library of a set of articles. */
export const createLibrary = (source: LibrarySource): Library => {
  const { policy, clock, intentTitles } = source;
  const articles = new Map(source.articles.map((article) => [article.id, article]));
  const chunks = [...articles.values()].flatMap(chunkArticle);
  const index = buildIndex(chunks, { synonyms: policy.synonyms, ...(intentTitles ? { intentTitles } : {}) });

  const passageOf = ({ chunk, relevance }: Hit, now: Date): Passage => ({
    articleId: chunk.articleId,
    version: chunk.version,
    title: chunk.title,
    topic: chunk.topic,
    audience: chunk.audience,
    text: chunk.text,
    chunkId: chunk.id,
    relevance,
    ...textFreshness(chunk.text, chunk, policy, now),
  });

  return {
    size: chunks.length,
    articleCount: articles.size,
    version: versionOf(source),
    article: (id) => articles.get(id),
    search: async (query) => {
      const now = clock.now();
      return searchIndex(index, query).map((hit) => passageOf(hit, now));
    },
    procedure: (articleId) =>
      (articles.get(articleId)?.steps ?? []).map((step) => ({
        phase: step.phase,
        do: step.do,
        say: step.say ?? null,
        tool: step.tool ?? null,
      })),
  };
};

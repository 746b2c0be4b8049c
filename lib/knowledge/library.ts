import type { Clock } from '@/lib/core/clock';
import { hashOf } from '@/lib/core/hash';
import type { Article, Passage } from '@/lib/domain/knowledge';
import { type EngineUse, RULES } from '@/lib/domain/run';
import type { KnowledgePolicy } from '@/lib/policies/knowledge-policy';
import { buildIndex, type KnowledgeIndex } from './build-index';
import { type Chunk, chunkArticle } from './chunk';
import { conflictsWith } from './conflicts';
import { textFreshness } from './freshness';
import { type Meaning, meaningText } from './meaning/meaning';
import { cosines, type VectorRows, vectorRows } from './meaning/vectors';
import type { KnowledgePort, KnowledgeQuery } from './port';
import { type Hit, type Likeness, searchIndex } from './search';

export interface LibrarySource {
  articles: readonly Article[];
  policy: KnowledgePolicy;
  clock: Clock;
  /** Titles of intents by id; without them an intent is searched by the words of its id. */
  intentTitles?: ReadonlyMap<string, string>;
  /** Embeddings to search by meaning too; without them, words alone. */
  meaning?: Meaning | null;
}

/** The articles as they stand, searchable. Immutable: when an article or the policy changes, build a new one and swap it in. */
export interface Library extends KnowledgePort {
  /** Chunks in the index. */
  readonly size: number;
  readonly articleCount: number;
  /** Changes when an article, its review or the policy does. */
  readonly version: string;
  article(id: string): Article | undefined;
  /** What `meaning` has to know the vectors of. */
  readonly meaningTexts: readonly string[];
  /** The same articles, read anew from what the meaning now knows; the index is shared. */
  withMeaning(meaning: Meaning): Library;
}

const versionOf = ({ articles, policy, meaning }: LibrarySource): string =>
  hashOf({
    policy,
    meaning: meaning?.model,
    articles: articles
      .map(({ id, version, reviewedAt }) => `${id}#${version}@${reviewedAt.toISOString()}`)
      .sort(),
  }).slice(0, 12);

/** Facts, and steps of an article that has none: what a question is compared with. */
const comparable = (chunks: readonly Chunk[]): boolean[] => {
  const withFacts = new Set(chunks.filter(({ kind }) => kind === 'fact').map(({ articleId }) => articleId));
  return chunks.map(({ kind, articleId }) => kind === 'fact' || !withFacts.has(articleId));
};

const likenessTo = async (
  rows: VectorRows | null,
  meaning: Meaning | null,
  { text, outgoing = text }: Pick<KnowledgeQuery, 'text' | 'outgoing'>,
  signal: AbortSignal,
): Promise<{ likeness?: Likeness; use: EngineUse }> => {
  if (!rows || !meaning || text.trim() === '') return { use: RULES };
  const { vector, use } = await meaning.ask(outgoing, signal);
  return vector?.length === rows.dimensions ? { likeness: { byChunk: cosines(rows, vector) }, use } : { use };
};

const assemble = (source: LibrarySource, index: KnowledgeIndex): Library => {
  const { policy, clock } = source;
  const meaning = source.meaning ?? null;
  const articles = new Map(source.articles.map((article) => [article.id, article]));
  const compared = comparable(index.chunks);
  const rows =
    meaning &&
    vectorRows(
      index.chunks.map((chunk, at) => (compared[at] ? meaning.vectorOf(meaningText(chunk)) : undefined)),
    );

  /** Only of what may be cited: a contradiction of something that answers nothing concerns nobody. */
  const conflictsOf = ({ chunk, relevance }: Hit, now: Date): Pick<Passage, 'conflicts'> => {
    if (relevance < policy.relevance_threshold) return {};
    const conflicts = conflictsWith(index, chunk).map((other) => ({
      articleId: other.articleId,
      title: other.title,
      text: other.text,
      ageDays: textFreshness(other.text, other, policy, now).ageDays,
    }));
    return conflicts.length > 0 ? { conflicts } : {};
  };
  const passageOf = (hit: Hit, now: Date): Passage => {
    const { chunk, relevance } = hit;
    return {
      articleId: chunk.articleId,
      version: chunk.version,
      title: chunk.title,
      topic: chunk.topic,
      audience: chunk.audience,
      text: chunk.text,
      chunkId: chunk.id,
      relevance,
      ...textFreshness(chunk.text, chunk, policy, now),
      ...conflictsOf(hit, now),
    };
  };

  return {
    size: index.chunks.length,
    articleCount: articles.size,
    version: versionOf(source),
    article: (id) => articles.get(id),
    meaningTexts: index.chunks.filter((_, at) => compared[at]).map(meaningText),
    withMeaning: (other) => assemble({ ...source, meaning: other }, index),
    search: async (query, signal) => {
      const now = clock.now();
      const { likeness, use } = await likenessTo(rows, meaning, query, signal);
      return { passages: searchIndex(index, query, likeness).map((hit) => passageOf(hit, now)), use };
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

/** The library of a set of articles. */
export const createLibrary = (source: LibrarySource): Library => {
  const { articles, policy, intentTitles } = source;
  const byId = new Map(articles.map((article) => [article.id, article]));
  const chunks = [...byId.values()].flatMap(chunkArticle);
  return assemble(
    source,
    buildIndex(chunks, { synonyms: policy.synonyms, ...(intentTitles ? { intentTitles } : {}) }),
  );
};

import { buildIndex, type KnowledgeIndex } from './build-index';
import type { Chunk } from './chunk';
import { rankArticles } from './rank';

/** A plain document to search with the same machinery as articles. */
export interface PlainText {
  id: string;
  title: string;
  text: string;
}

const NEVER = new Date(0);

/** Lines of a text, the short ones joined with what follows, so that each is about one thing. */
const partsOf = (text: string): string[] => {
  const parts: string[] = [];
  let open = '';
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    open = open === '' ? trimmed : `${open} ${trimmed}`;
    if (open.length < PART_LENGTH) continue;
    parts.push(open);
    open = '';
  }
  if (open !== '' || parts.length === 0) parts.push(open);
  return parts;
};
const PART_LENGTH = 300;

/** An index over documents that are not articles: no topics, intents or products. */
export const indexTexts = (documents: readonly PlainText[]): KnowledgeIndex =>
  buildIndex(
    documents.flatMap((document) =>
      partsOf(document.text).map(
        (text, at): Chunk => ({
          id: `${document.id}#1.${at + 1}`,
          articleId: document.id,
          version: 1,
          ordinal: at + 1,
          kind: 'fact',
          text,
          title: document.title,
          topic: 'conduct',
          products: [],
          intents: [],
          audience: 'public',
          reviewedAt: NEVER,
        }),
      ),
    ),
    { synonyms: [] },
  );

/** Ids of the best documents for a query, best first. */
export const searchTexts = (
  index: KnowledgeIndex,
  query: string,
  limit: number,
): { id: string; score: number }[] =>
  rankArticles(index, { text: query, intents: [], products: [] }, limit).map(({ article, score }) => ({
    id: index.articles[article]?.id ?? '',
    score,
  }));

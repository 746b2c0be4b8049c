import type { IntentId } from '../domain/intent';
import type { Passage } from '../domain/knowledge';
import type { PlaybookStep } from '../domain/resolution';

export interface KnowledgeQuery {
  text: string;
  intents: { id: IntentId; confidence: number }[];
  products: string[];
  limit: number;
}

/** Search over the articles as they stand; relevance is calibrated and best first. */
export interface KnowledgePort {
  search(query: KnowledgeQuery): Promise<Passage[]>;
  /** Steps of an article, in order; empty when it has none or is unknown. */
  procedure(
    articleId: string,
  ): { phase: PlaybookStep['phase']; do: string; say: string | null; tool: PlaybookStep['tool'] }[];
}

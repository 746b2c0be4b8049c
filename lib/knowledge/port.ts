import type { Account } from '../domain/customer';
import type { IntentId } from '../domain/intent';
import type { Passage } from '../domain/knowledge';
import type { PlaybookStep } from '../domain/resolution';
import type { EngineUse } from '../domain/run';

export interface KnowledgeQuery {
  text: string;
  /** The text without what is personal of the customer, as it may leave the machine; the text itself when it is nobody's. */
  outgoing?: string;
  intents: { id: IntentId; confidence: number }[];
  products: string[];
  /** Whose question it is: a text for an occasion this account does not have comes after one for an occasion it has. */
  account?: Account;
  limit: number;
}

/** Passages, calibrated and best first, with what finding them took: nothing but rules, or an embedding that answered or failed. */
export interface Found {
  passages: Passage[];
  use: EngineUse;
}

/** Search over the articles as they stand. Rejects only with the reason of the signal. */
export interface KnowledgePort {
  search(query: KnowledgeQuery, signal: AbortSignal): Promise<Found>;
  /** Steps of an article, in order; empty when it has none or is unknown. */
  procedure(
    articleId: string,
  ): { phase: PlaybookStep['phase']; do: string; say: string | null; tool: PlaybookStep['tool'] }[];
}

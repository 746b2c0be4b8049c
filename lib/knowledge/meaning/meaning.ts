import type { EngineUse } from '@/lib/domain/run';
import type { Chunk } from '../chunk';

/** What a question means, or why the endpoint could not say; `use` has what it cost and the fault, for the trace. */
export interface Meant {
  vector: Float32Array | null;
  use: EngineUse;
}

/** Embeddings of one model, as the library reads them. */
export interface Meaning {
  /** Part of the library's version: vectors of two models have nothing in common. */
  model: string;
  /** Of a text from `meaningText`; undefined while it is not known. */
  vectorOf(text: string): Float32Array | undefined;
  /** Never rejects, but for the signal; ends within its own short time. */
  ask(question: string, signal: AbortSignal): Promise<Meant>;
}

/** What is embedded of a passage: a fact alone often does not name what it is about. */
export const meaningText = ({ title, text }: Pick<Chunk, 'title' | 'text'>): string => `${title}: ${text}`;

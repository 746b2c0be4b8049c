import type { Clock } from '@/lib/core/clock';
import { messageOf } from '@/lib/core/errors';
import { hashOf } from '@/lib/core/hash';
import type { Db } from '@/lib/db/handle';
import { forgetOtherDimensions, forgetUnused, loadVectors, storeVectors } from '@/lib/db/text-vectors';
import { RULES } from '@/lib/domain/run';
import type { Breakers } from '@/lib/engines/chain/breakers';
import type { Embed } from '@/lib/engines/openai/embed';
import { FaultError } from '@/lib/engines/openai/faults';
import { openRedactor } from '@/lib/engines/openai/redactor';
import { NOTHING_SPENT } from '@/lib/engines/openai/spent';
import type { Meaning, Meant } from '@/lib/knowledge/meaning/meaning';

/** A question is answered by words alone when its embedding takes longer. */
const ASK_MS = 400;
/** Texts embedded in one call, and how long that may take. */
const BATCH = 64;
const BATCH_MS = 30_000;
/** Hashes looked up in one statement. */
const LOOKED_UP = 5_000;
/** Questions whose vectors are remembered: a run that is worked on again, and the same words from another customer. */
const REMEMBERED = 500;

export interface EmbeddingsSource {
  db: Db;
  clock: Clock;
  model: string;
  embed: Embed;
  breakers: Breakers;
  /** Told when the endpoint's vectors no longer fit the kept ones, which have been forgotten. */
  onOtherDimension(): void;
}

export interface Embeddings {
  meaning: Meaning;
  /** Makes the vectors of these texts known, from the database or else the endpoint. Whether all are. Rejects with what stopped it. */
  learn(texts: readonly string[], signal: AbortSignal): Promise<void>;
}

/** A copy for another process to find: text and model are all that a vector depends on. */
const keyOf = (text: string): string => hashOf(text);

const batches = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** Embeddings of one model: what articles mean is paid for once and kept, what a question means is asked in passing. */
export const createEmbeddings = ({
  db,
  clock,
  model,
  embed,
  breakers,
  onOtherDimension,
}: EmbeddingsSource): Embeddings => {
  const engine = `openai:${model}`;
  let known = new Map<string, Float32Array>();
  let dimensions: number | null = null;
  const asked = new Map<string, Float32Array>();

  const remember = (question: string, vector: Float32Array): void => {
    asked.set(question, vector);
    const oldest = asked.keys().next();
    if (asked.size > REMEMBERED && !oldest.done) asked.delete(oldest.value);
  };

  const fits = async (vector: Float32Array | undefined): Promise<boolean> => {
    if (!vector || dimensions === null || vector.length === dimensions) return true;
    dimensions = vector.length;
    known = new Map();
    asked.clear();
    await forgetOtherDimensions(db, model, vector.length);
    onOtherDimension();
    return false;
  };

  const askEndpoint = async (question: string, signal: AbortSignal): Promise<Meant> => {
    const began = performance.now();
    const failed = (fault: string): Meant => ({
      vector: null,
      use: { ...RULES, hops: [{ engine, fault, latencyMs: Math.round(performance.now() - began) }] },
    });
    try {
      const { vectors, spent } = await breakers.through(engine, signal, () =>
        embed([question], { signal, timeoutMs: ASK_MS }),
      );
      const [vector] = vectors;
      if (!vector || !(await fits(vector))) return failed('wrong-meaning');
      remember(question, vector);
      return { vector, use: { engine: `rules, ${engine}`, hops: [], ...spent } };
    } catch (thrown) {
      signal.throwIfAborted();
      return failed(thrown instanceof FaultError ? thrown.fault.kind : messageOf(thrown));
    }
  };

  const ask: Meaning['ask'] = async (question, signal) => {
    const outgoing = openRedactor([]).redact(question);
    const remembered = asked.get(outgoing);
    if (remembered)
      return { vector: remembered, use: { engine: `rules, ${engine}`, hops: [], ...NOTHING_SPENT } };
    return askEndpoint(outgoing, signal);
  };

  const fromDatabase = async (texts: readonly string[]): Promise<void> => {
    for (const part of batches(texts, LOOKED_UP)) {
      const found = await loadVectors(db, model, part.map(keyOf), clock.now());
      for (const text of part) {
        const vector = found.get(keyOf(text));
        if (!vector) continue;
        dimensions ??= vector.length;
        if (vector.length === dimensions) known.set(text, vector);
      }
    }
  };

  const fromEndpoint = async (texts: readonly string[], signal: AbortSignal): Promise<void> => {
    const { vectors } = await embed(texts, { signal, timeoutMs: BATCH_MS });
    await fits(vectors[0]);
    dimensions ??= vectors[0]?.length ?? null;
    const fresh = new Map<string, Float32Array>();
    for (const [at, text] of texts.entries()) {
      const vector = vectors[at];
      if (!vector) continue;
      known.set(text, vector);
      fresh.set(keyOf(text), vector);
    }
    await storeVectors(db, model, fresh, clock.now());
  };

  const learn: Embeddings['learn'] = async (texts, signal) => {
    const wanted = [...new Set(texts)];
    const kept = new Map(
      wanted.flatMap((text) => {
        const vector = known.get(text);
        return vector ? [[text, vector] as const] : [];
      }),
    );
    known = kept;
    await fromDatabase(wanted.filter((text) => !known.has(text)));
    for (const part of batches(
      wanted.filter((text) => !known.has(text)),
      BATCH,
    )) {
      // Another process at the same work has stored some by now.
      await fromDatabase(part);
      const missing = part.filter((text) => !known.has(text));
      if (missing.length > 0) await fromEndpoint(missing, signal);
    }
    await forgetUnused(db, clock.now());
  };

  return { meaning: { model, vectorOf: (text) => known.get(text), ask }, learn };
};

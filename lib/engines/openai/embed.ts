import OpenAI from 'openai';
import { z } from 'zod';
import type { Clock } from '@/lib/core/clock';
import { unitVector } from '@/lib/knowledge/meaning/vectors';
import { type Fault, FaultError } from './faults';
import { costMicros } from './prices';
import type { Spent } from './spent';
import { transportFault } from './transport-fault';
import { watch } from './watch';

export interface EmbeddingEndpoint {
  /** With its version, as the SDK wants it: `https://api.openai.com/v1`. */
  baseUrl: string;
  apiKey: string;
  model: string;
}

export interface Embedded {
  /** One of length 1 per text, in their order, all of one dimension. */
  vectors: Float32Array[];
  spent: Spent;
}

/** Embeds texts in one call. Throws FaultError and nothing else. */
export type Embed = (
  texts: readonly string[],
  options: { signal: AbortSignal; timeoutMs: number },
) => Promise<Embedded>;

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()) })),
  usage: z.object({ prompt_tokens: z.int().nonnegative() }).nullish(),
});

const wrongMeaning = (message: string): FaultError => new FaultError({ kind: 'wrong-meaning', message });

/** The vectors in the order of the texts; the order of the answer is not promised. */
const vectorsOf = (data: z.infer<typeof answerSchema>['data'], count: number): Float32Array[] => {
  const vectors: (Float32Array | undefined)[] = new Array(count).fill(undefined);
  for (const { index, embedding } of data) {
    const vector = unitVector(embedding);
    if (!vector) throw wrongMeaning('a vector has no direction');
    if (index < count) vectors[index] = vector;
  }
  const whole = vectors.filter((vector) => vector !== undefined);
  if (whole.length < count) throw wrongMeaning(`${whole.length} vectors for ${count} texts`);
  if (whole.some(({ length }) => length !== whole[0]?.length))
    throw wrongMeaning('vectors of one answer differ in dimension');
  return whole;
};

/** The embeddings endpoint of one model. */
export const createEmbed = ({ baseUrl, apiKey, model }: EmbeddingEndpoint, clock: Clock): Embed => {
  // As for chat: the SDK's own retries, time limit and log would hide faults, or show what customers wrote.
  const client = new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: 0, timeout: 120_000, logLevel: 'off' });

  const call = async (texts: readonly string[], signal: AbortSignal): Promise<Embedded> => {
    const response = await client.embeddings
      .create({ model, input: [...texts], encoding_format: 'float' }, { signal })
      .asResponse();
    const type = response.headers.get('content-type') ?? '';
    if (!type.includes('application/json')) {
      await response.body?.cancel();
      throw new FaultError({ kind: 'not-json-response', message: 'the answer is not JSON' });
    }
    const answer = answerSchema.safeParse(await response.json());
    if (!answer.success)
      throw new FaultError({ kind: 'wrong-shape', message: 'the answer holds no embeddings' });
    const tokensIn = answer.data.usage?.prompt_tokens ?? 0;
    return {
      vectors: vectorsOf(answer.data.data, texts.length),
      spent: {
        tokensIn,
        tokensOut: 0,
        costMicros: costMicros(model, { input: tokensIn, cached: 0, output: 0 }),
      },
    };
  };

  return async (texts, { signal, timeoutMs }) => {
    const guard = watch(signal, { firstMs: timeoutMs, idleMs: timeoutMs, totalMs: timeoutMs });
    try {
      return await call(texts, guard.controller.signal);
    } catch (thrown) {
      const verdict: Fault | null = guard.verdict();
      if (verdict) throw new FaultError(verdict, { cause: thrown });
      throw thrown instanceof FaultError
        ? thrown
        : new FaultError(transportFault(thrown, clock.now()), { cause: thrown });
    } finally {
      guard.close();
    }
  };
};

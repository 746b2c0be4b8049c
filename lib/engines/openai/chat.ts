import OpenAI from 'openai';
import { Stream } from 'openai/streaming';
import type { Clock } from '@/lib/core/clock';
import { chunkSchema, completionSchema, type Usage } from './chat-shapes';
import { samplingOf } from './dialect';
import type { Fault } from './faults';
import type { Message } from './prompt';
import { transportFault } from './transport-fault';
import { type Limits, watch } from './watch';

export interface ChatCall {
  model: string;
  messages: Message[];
  schema: { name: string; schema: Record<string, unknown> };
  maxTokens: number;
  temperature: number;
}

/** What came back, as far as it came: a call that broke off has a fault beside what it had said until then. */
export interface Said {
  content: string;
  refusal: string | null;
  finish: string | null;
  hasChoice: boolean;
  usage: Usage | null;
  /** Whether the endpoint began to answer, so that the call was probably billed. */
  began: boolean;
  fault: Fault | null;
}

export type Chat = (
  call: ChatCall,
  options: { signal: AbortSignal; limits: Limits; onContent?: (delta: string) => void },
) => Promise<Said>;

/** Far above any answer asked for; a server that keeps talking is cut off here. */
const CONTENT_LIMIT = 200_000;

type Piece = {
  content: string;
  refusal: string;
  finish: string | null;
  hasChoice: boolean;
  usage: Usage | null;
};

class NotACompletion extends SyntaxError {}

/** One Chat Completions endpoint. Every call settles as a value; it never throws for anything the endpoint does. */
export const createChat = (endpoint: { baseUrl: string; apiKey: string }, clock: Clock): Chat => {
  // The SDK logs broken chunks, which hold customers' words; its own timeout and retries would hide faults from the chain.
  const client = new OpenAI({
    baseURL: endpoint.baseUrl,
    apiKey: endpoint.apiKey,
    maxRetries: 0,
    timeout: 120_000,
    logLevel: 'off',
    // What a customer wrote goes to the endpoint that was configured and to no other.
    fetchOptions: { redirect: 'manual' },
  });

  return async (call, { signal, limits, onContent }) => {
    const said: Said = {
      content: '',
      refusal: null,
      finish: null,
      hasChoice: false,
      usage: null,
      began: false,
      fault: null,
    };
    const guard = watch(signal, limits);
    const pieces = readPieces(client, call, guard.controller, () => {
      said.began = true;
    });
    let ended = false;
    try {
      for (;;) {
        const next = await pieces.next().catch((thrown: unknown) => ({ thrown }));
        const stopped = guard.verdict();
        if (stopped !== null || 'thrown' in next) {
          said.fault = stopped ?? transportFault('thrown' in next ? next.thrown : null, clock.now());
          return said;
        }
        if (next.done) {
          ended = true;
          return said;
        }
        add(said, next.value);
        if (said.content.length > CONTENT_LIMIT) {
          said.fault = { kind: 'truncated', message: 'the answer is longer than any that was asked for' };
          return said;
        }
        if (next.value.content === '') continue;
        guard.beat();
        onContent?.(next.value.content);
      }
    } finally {
      guard.close();
      // What was read to its end leaves its connection to the next call.
      if (!ended) guard.controller.abort();
    }
  };
};

const add = (said: Said, piece: Piece): void => {
  said.content += piece.content;
  if (piece.refusal !== '') said.refusal = (said.refusal ?? '') + piece.refusal;
  said.finish = piece.finish ?? said.finish;
  said.hasChoice ||= piece.hasChoice;
  said.usage = piece.usage ?? said.usage;
};

async function* readPieces(
  client: OpenAI,
  call: ChatCall,
  controller: AbortController,
  onBegin: () => void,
): AsyncGenerator<Piece> {
  const response = await client.chat.completions
    .create(
      {
        model: call.model,
        messages: call.messages,
        response_format: { type: 'json_schema', json_schema: { ...call.schema, strict: true } },
        stream: true,
        stream_options: { include_usage: true },
        ...samplingOf(call.model, call),
      },
      { signal: controller.signal },
    )
    .asResponse();
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('application/json')) {
    yield wholePiece(await response.json(), onBegin);
    return;
  }
  if (!type.includes('text/event-stream')) throw new NotACompletion(`content type ${type}`);
  for await (const chunk of Stream.fromSSEResponse<unknown>(response, controller, client)) {
    onBegin();
    yield chunkPiece(chunk);
  }
}

const wholePiece = (body: unknown, onBegin: () => void): Piece => {
  const completion = completionSchema.safeParse(body);
  if (!completion.success) throw new NotACompletion('not a completion');
  onBegin();
  const choice = completion.data.choices?.[0];
  return pieceOf(choice?.message, choice !== undefined, choice?.finish_reason, completion.data.usage);
};

const chunkPiece = (body: unknown): Piece => {
  const chunk = chunkSchema.safeParse(body);
  if (!chunk.success) throw new NotACompletion('not a chunk of a completion');
  const choice = chunk.data.choices?.[0];
  return pieceOf(choice?.delta, choice !== undefined, choice?.finish_reason, chunk.data.usage);
};

type Text = { content?: string | null | undefined; refusal?: string | null | undefined } | null | undefined;

const pieceOf = (
  text: Text,
  hasChoice: boolean,
  finish: string | null | undefined,
  usage: Usage | null | undefined,
): Piece => ({
  content: text?.content ?? '',
  refusal: text?.refusal ?? '',
  finish: finish ?? null,
  hasChoice,
  usage: usage ?? null,
});

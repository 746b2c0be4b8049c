import type { z } from 'zod';
import {
  type AcceptedMessage,
  acceptedMessageSchema,
  listMessages,
  listRuns,
  type receivedMessageSchema,
  receiveMessage,
} from '@/lib/contracts/messages';
import { problemSchema } from '@/lib/contracts/parts';
import { messageOf } from '@/lib/core/errors';
import { sleep as realSleep, type Sleep } from './timing';

export type Message = z.input<typeof receivedMessageSchema>;
export type HeardMessage = z.infer<typeof listMessages.response>['messages'][number];
export type RunReport = z.infer<typeof listRuns.response>['runs'][number];

/** What the API said when it did not do what was asked; `status` is 0 when it did not answer at all. */
export interface Refusal {
  ok: false;
  status: number;
  detail: string;
}
export type Result<T> = { ok: true; value: T } | Refusal;

/** A client of the message API that tries again where that can help. */
export interface Sender {
  /** Delivers a message; the same `externalId` again is the same message. */
  send(message: Message, signal: AbortSignal): Promise<Result<AcceptedMessage>>;
  messagesAfter(conversationId: string, seq: number, signal: AbortSignal): Promise<Result<HeardMessage[]>>;
  runsOf(conversationId: string, signal: AbortSignal): Promise<Result<RunReport[]>>;
}

export interface SenderOptions {
  baseUrl: string;
  apiKey: string;
  /** How often a call is made before it is given up. */
  attempts?: number;
  sleep?: Sleep;
  random?: () => number;
}

const CALL_TIMEOUT = 30_000;
const LONGEST_WAIT = 60_000;
/** Statuses that pass: too many requests, and a server that is starting, stopping or overloaded. */
const PASSING = new Set([0, 429, 502, 503, 504]);

/** Milliseconds a Retry-After header asks for, in seconds or as a date; null when it asks for nothing. */
export const retryAfter = (header: string | null, now: number): number | null => {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), LONGEST_WAIT) : null;
};

const refusalOf = async (response: Response): Promise<Refusal> => {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body);
  const detail = problem.success
    ? [problem.data.detail, ...problem.data.problems.map(({ path, message }) => `${path} ${message}`)].join(
        '; ',
      )
    : response.statusText;
  return { ok: false, status: response.status, detail };
};

export const createSender = ({
  baseUrl,
  apiKey,
  attempts = 8,
  sleep = realSleep,
  random = Math.random,
}: SenderOptions): Sender => {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };

  /** One call, again after 0.5 s, 1 s, 2 s … or what Retry-After says while the refusal is one that passes. */
  const call = async <Schema extends z.ZodType>(
    path: string,
    init: { method: string; body?: string },
    schema: Schema,
    signal: AbortSignal,
  ): Promise<Result<z.output<Schema>>> => {
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      let refusal: Refusal;
      let asked: number | null = null;
      try {
        const response = await fetch(new URL(path, baseUrl), {
          ...init,
          headers,
          signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_TIMEOUT)]),
        });
        if (response.ok) {
          const parsed = schema.safeParse(await response.json());
          return parsed.success
            ? { ok: true, value: parsed.data }
            : {
                ok: false,
                status: response.status,
                detail: `the answer is not of the contract: ${parsed.error.message}`,
              };
        }
        refusal = await refusalOf(response);
        asked = retryAfter(response.headers.get('retry-after'), Date.now());
      } catch (thrown) {
        signal.throwIfAborted();
        refusal = { ok: false, status: 0, detail: messageOf(thrown) };
      }
      if (!PASSING.has(refusal.status) || attempt >= attempts) return refusal;
      await sleep(asked ?? Math.min(500 * 2 ** (attempt - 1), 15_000) * (0.75 + random() * 0.5), signal);
    }
  };

  const at = (path: string, id: string): string => path.replace('{id}', encodeURIComponent(id));
  return {
    send: (message, signal) =>
      call(
        receiveMessage.path,
        { method: 'POST', body: JSON.stringify(message) },
        acceptedMessageSchema,
        signal,
      ),
    messagesAfter: async (conversationId, seq, signal) => {
      const result = await call(
        `${at(listMessages.path, conversationId)}?after=${seq}`,
        { method: 'GET' },
        listMessages.response,
        signal,
      );
      return result.ok ? { ok: true, value: result.value.messages } : result;
    },
    runsOf: async (conversationId, signal) => {
      const result = await call(
        at(listRuns.path, conversationId),
        { method: 'GET' },
        listRuns.response,
        signal,
      );
      return result.ok ? { ok: true, value: result.value.runs } : result;
    },
  };
};

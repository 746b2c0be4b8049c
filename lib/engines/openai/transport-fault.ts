import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import type { Fault } from './faults';

const TRANSIENT = new Set([408, 409, 425]);

/** What an HTTP call that failed means. Provider messages are left out: some quote the request. */
export const transportFault = (thrown: unknown, now: Date): Fault => {
  if (thrown instanceof APIConnectionTimeoutError)
    return { kind: 'timeout', message: 'the connection timed out' };
  if (thrown instanceof APIConnectionError) return { kind: 'connection', message: codeOf(thrown.cause) };
  if (thrown instanceof APIError) return statusFault(thrown, now);
  if (thrown instanceof SyntaxError)
    return { kind: 'not-json-response', message: 'a piece of the stream is not JSON' };
  return { kind: 'connection', message: codeOf(thrown) };
};

const statusFault = (error: APIError, now: Date): Fault => {
  const { status } = error;
  if (status === undefined) return { kind: 'server-error', message: 'an error inside the stream' };
  if (status === 429 && error.code !== 'insufficient_quota') {
    const wait = retryAfter(error.headers, now);
    return { kind: 'rate-limited', message: 'status 429', ...(wait === null ? {} : { retryAfterMs: wait }) };
  }
  if (status >= 500 || TRANSIENT.has(status)) return { kind: 'server-error', message: `status ${status}` };
  return { kind: 'rejected', message: `status ${status}` };
};

/** Milliseconds of `retry-after-ms`, or of `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); null when neither can be read. */
const retryAfter = (headers: Headers | undefined, now: Date): number | null => {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const raw = headers?.get('retry-after')?.trim();
  if (!raw) return null;
  const seconds = Number(raw);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(raw);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
};

const codeOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return 'the connection broke';
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return thrown.cause === undefined ? 'the connection broke' : codeOf(thrown.cause);
};

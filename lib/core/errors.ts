/** The closed set of what can go wrong, from a caller's point of view. */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported_media'
  | 'unprocessable'
  | 'rate_limited'
  | 'unavailable'
  | 'internal';

/** One thing that is wrong with an input and where: `path` is dotted, from the root of the body, query or parameters. */
export interface Problem {
  path: string;
  message: string;
}

interface Details {
  /** What a person reads; `message` is for logs. */
  userMessage?: string;
  problems?: Problem[];
  /** Seconds after which a retry can succeed. */
  retryAfter?: number;
  cause?: unknown;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly problems: Problem[];
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.userMessage = details.userMessage ?? message;
    this.problems = details.problems ?? [];
    this.retryAfter = details.retryAfter;
  }
}

/** Something out of the actor's scope answers exactly as something that does not exist. */
export const notFound = (what: string): AppError => new AppError('not_found', `${what} not found`);

/** The message of anything thrown, its causes included. */
export const messageOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause === undefined ? thrown.message : `${thrown.message}: ${messageOf(thrown.cause)}`;
};

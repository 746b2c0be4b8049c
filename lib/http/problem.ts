import type { ProblemDetails } from '@/lib/contracts/parts';
import { AppError, type ErrorCode, notFound } from '@/lib/core/errors';
import { log } from '@/lib/telemetry/log';

/** The one total table from error code to HTTP. */
const STATUS: Record<ErrorCode, { status: number; title: string }> = {
  invalid: { status: 400, title: 'Invalid input' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Conflict' },
  too_large: { status: 413, title: 'Too large' },
  unsupported_media: { status: 415, title: 'Unsupported media type' },
  unprocessable: { status: 422, title: 'Cannot be done' },
  rate_limited: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Unavailable' },
  internal: { status: 500, title: 'Internal error' },
};

/** An AppError by its shape: one that another copy of this module made counts too. */
const isAppError = (thrown: unknown): thrown is AppError =>
  thrown instanceof Error && thrown.name === 'AppError' && 'code' in thrown;

/** What anything thrown looks like to a caller (RFC 9457). What we did not expect is logged and says nothing of itself. */
export const problemResponse = (thrown: unknown): Response => {
  const error = isAppError(thrown)
    ? thrown
    : new AppError('internal', 'unexpected', {
        userMessage: 'Something went wrong on our side. Nothing was changed.',
        cause: thrown,
      });
  const { status, title } = STATUS[error.code];
  if (status >= 500) log.error({ err: thrown }, error.message);
  const body: ProblemDetails = {
    type: `about:blank#${error.code}`,
    title,
    status,
    detail: error.userMessage,
    problems: error.problems,
  };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (error.retryAfter !== undefined) headers.set('retry-after', String(error.retryAfter));
  return new Response(JSON.stringify(body), { status, headers });
};

/** What is answered at an address of the API where there is nothing. */
export const nowhere = (): Response => problemResponse(notFound('Endpoint'));

import { AppError } from '@/lib/core/errors';

/** Codes of Node, PostgreSQL and Prisma that mean the database cannot be talked to now; the statement itself may be fine. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at its address',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name cannot be looked up',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its network',
  ECONNRESET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  '28P01': 'it refuses the user name or password',
  '28000': 'it refuses this user',
  '3D000': 'there is no database of that name',
  '53100': 'its disk is full',
  '53200': 'it has no memory left',
  '53300': 'it has no connection left',
  '57P01': 'it is shutting down',
  '57P02': 'it is recovering from a crash',
  '57P03': 'it is starting',
  '08000': 'the connection failed',
  '08003': 'the connection was closed',
  '08006': 'the connection was lost',
  P1000: 'it refuses the user name or password',
  P1001: 'nothing answers at its address',
  P1002: 'it does not answer',
  P1003: 'there is no database of that name',
  P1008: 'it does not answer in time',
  P1011: 'no secure connection can be made',
  P1017: 'it closed the connection',
  P2024: 'no connection became free in time',
  P2028: 'no connection became free in time',
  P2037: 'it has no connection left',
};

/** What `pg` says without a code. */
const PHRASES: readonly (readonly [phrase: string, reason: string])[] = [
  ['Connection terminated', 'it closed the connection'],
  ['timeout exceeded when trying to connect', 'no connection became free in time'],
  ['timeout expired', 'it does not answer'],
  ['not queryable', 'it closed the connection'],
  ['after calling end on the pool', 'this process is stopping'],
  ['does not support SSL', 'it does not support the secure connection that was asked for'],
];

/** The codes an error carries: its own, those of what caused it, and those of the addresses that were tried. */
const codesOf = (thrown: unknown, depth = 0): string[] => {
  if (typeof thrown !== 'object' || thrown === null || depth > 4) return [];
  const { code, originalCode, cause, errors, meta } = thrown as Record<string, unknown>;
  const inner = [
    cause,
    ...(Array.isArray(errors) ? errors : []),
    (meta as Record<string, unknown> | undefined)?.driverAdapterError,
  ];
  return [code, originalCode]
    .filter((value) => typeof value === 'string')
    .concat(inner.flatMap((each) => codesOf(each, depth + 1)));
};

/** PostgreSQL gave up waiting: for a lock (55P03), or for the statement to end (57014). */
export const waitedTooLong = (thrown: unknown): boolean =>
  codesOf(thrown).some((code) => code === '55P03' || code === '57014');

const reasonOf = (thrown: Error): string | undefined => {
  const code = codesOf(thrown).find((each) => each in REASONS);
  return code !== undefined
    ? REASONS[code]
    : PHRASES.find(([phrase]) => thrown.message.includes(phrase))?.[1];
};

/** The `unavailable` error for a lost or refused connection, whatever library noticed it; null for every other error. */
export const asUnavailable = (thrown: unknown): AppError | null => {
  if (thrown instanceof AppError) return thrown.code === 'unavailable' ? thrown : null;
  const reason = thrown instanceof Error ? reasonOf(thrown) : undefined;
  return reason === undefined
    ? null
    : new AppError('unavailable', `The database cannot be used: ${reason}.`, {
        userMessage: 'The database cannot be reached at the moment.',
        retryAfter: 5,
        cause: thrown,
      });
};

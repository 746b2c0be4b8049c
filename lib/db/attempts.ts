import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../core/errors';
import type { PrismaClient } from './generated/client';

export interface AttemptLimit {
  /** Names what is limited, such as `sign-in:account`. */
  name: string;
  attempts: number;
  seconds: number;
}

/** A limiter sweeps its table every few minutes for as long as the process lives, so there is one of each. */
const limiters = new WeakMap<PrismaClient, Map<string, RateLimiterPrisma>>();

const limiter = (db: PrismaClient, { name, attempts, seconds }: AttemptLimit): RateLimiterPrisma => {
  const ours = limiters.get(db) ?? new Map<string, RateLimiterPrisma>();
  limiters.set(db, ours);
  const known =
    ours.get(name) ??
    new RateLimiterPrisma({
      storeClient: db,
      tableName: 'attempt',
      keyPrefix: name,
      points: attempts,
      duration: seconds,
    });
  ours.set(name, known);
  return known;
};

/** Counts one more attempt of `who`, across all processes. Throws `rate_limited` when there were too many. */
export const countAttempt = async (db: PrismaClient, limit: AttemptLimit, who: string): Promise<void> => {
  try {
    await limiter(db, limit).consume(who);
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    throw new AppError('rate_limited', `too many: ${limit.name}`, {
      userMessage: 'Too many attempts. Wait a few minutes and try again.',
      retryAfter: Math.ceil(thrown.msBeforeNext / 1000),
    });
  }
};

export const forgetAttempts = async (db: PrismaClient, limit: AttemptLimit, who: string): Promise<void> => {
  await limiter(db, limit).delete(who);
};

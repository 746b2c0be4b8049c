import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../core/errors';
import type { PrismaClient } from './generated/client';

export interface AttemptLimit {
  /** Names what is limited, such as `sign-in:account`. */
  name: string;
  attempts: number;
  seconds: number;
}

const limiter = (db: PrismaClient, { name, attempts, seconds }: AttemptLimit) =>
  new RateLimiterPrisma({
    storeClient: db,
    tableName: 'attempt',
    keyPrefix: name,
    points: attempts,
    duration: seconds,
  });

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

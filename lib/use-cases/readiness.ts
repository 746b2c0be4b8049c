import { AppError } from '@/lib/core/errors';
import { log } from '@/lib/telemetry/log';
import { services } from './services';

/** What may be told to anyone of why we cannot serve; the rest is in the log. */
const reasonOf = (thrown: unknown): string => {
  if (thrown instanceof AppError) return thrown.message;
  log.error({ err: thrown }, 'not ready');
  return 'The database does not have its tables, or something else is wrong that the log names.';
};

/** Whether this process can serve, and what is missing if not: database with its tables, queue, policies. */
export const readiness = async (): Promise<{ ready: boolean; missing: string[] }> => {
  try {
    const { db, policies } = await services();
    await db.$queryRaw`SELECT 1 FROM conversation LIMIT 1`;
    return policies.current().intents.length > 0
      ? { ready: true, missing: [] }
      : { ready: false, missing: ['policies'] };
  } catch (thrown) {
    return { ready: false, missing: [reasonOf(thrown)] };
  }
};

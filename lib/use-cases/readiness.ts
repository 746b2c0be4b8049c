import { messageOf } from '@/lib/core/errors';
import { services } from './services';

/** Whether this process can serve, and what is missing if not: database with its tables, queue, policies. */
export const readiness = async (): Promise<{ ready: boolean; missing: string[] }> => {
  try {
    const { db, policies } = await services();
    await db.$queryRaw`SELECT 1 FROM conversation LIMIT 1`;
    return policies.current().intents.length > 0
      ? { ready: true, missing: [] }
      : { ready: false, missing: ['policies'] };
  } catch (thrown) {
    return { ready: false, missing: [messageOf(thrown).split('\n')[0] ?? 'database'] };
  }
};

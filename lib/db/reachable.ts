import pg from 'pg';
import { AppError } from '@/lib/core/errors';
import { asUnavailable } from './failures';

/** The oldest PostgreSQL Cuedesk works with. */
const OLDEST = 15;

/** Connects once. Throws `unavailable` with the reason and the address, without the password. */
export const checkReachable = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST)
      throw new AppError(
        'invalid',
        `The database is PostgreSQL ${version}, and Cuedesk needs ${OLDEST} or later.`,
      );
  } catch (thrown) {
    const { host, pathname } = new URL(url);
    const unavailable = asUnavailable(thrown);
    throw unavailable
      ? new AppError('unavailable', `${unavailable.message.slice(0, -1)} (${host}${pathname}).`, {
          cause: thrown,
        })
      : thrown;
  } finally {
    await client.end().catch(() => undefined);
  }
};

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { AppError, messageOf } from '@/lib/core/errors';
import { asUnavailable } from '../failures';
import { type Migration, readMigrations } from './files';
import { assertMigratable, readHistory, type Standing, standing } from './history';

/** Any number that nothing else locks; held by the connection that migrates, so that two starts do not migrate at once. */
const LOCK = 7_310_440_021;

/** Prisma's own table, column for column (schema-engine, `create_migrations_table`): `prisma migrate deploy` goes on where we stop. */
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const withClient = async <T>(url: string, job: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, application_name: 'cuedesk migrate' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await job(client);
  } catch (thrown) {
    throw asUnavailable(thrown) ?? thrown;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Where the database stands against the migrations of this code. */
export const migrationStanding = async (url: string): Promise<Standing> => {
  const migrations = await readMigrations();
  return withClient(url, async (client) => standing(migrations, await readHistory(client)));
};

/**
 * One migration and the record of it, in one transaction: a start that is killed half way finds neither. (Prisma's
 * engine records before and after, and its adapter sends a script statement by statement, split at every semicolon.)
 */
const apply = async (client: pg.Client, { name, sql, checksum }: Migration): Promise<void> => {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw (
      asUnavailable(cause) ??
      new AppError('internal', `Migration ${name} could not be applied: ${messageOf(cause)}.`, { cause })
    );
  }
};

/**
 * Brings the database up to this code, or up to the migration `upTo`, and returns the names that were applied.
 * Throws `conflict` when the database is newer, half migrated or its history was edited, `unavailable` when it
 * cannot be reached.
 */
export const migrate = async (url: string, { upTo }: { upTo?: string } = {}): Promise<string[]> => {
  const migrations = (await readMigrations()).filter(({ name }) => upTo === undefined || name <= upTo);
  return withClient(url, async (client) => {
    const pending = async () => {
      const now = standing(migrations, await readHistory(client));
      assertMigratable(now);
      return now.kind === 'behind' ? now.pending : [];
    };
    if ((await pending()).length === 0) return [];
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(HISTORY_TABLE);
    const names = await pending();
    for (const migration of migrations.filter(({ name }) => names.includes(name)))
      await apply(client, migration);
    return names;
  });
};

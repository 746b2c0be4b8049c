import type { ClientBase } from 'pg';
import { AppError } from '@/lib/core/errors';
import type { Migration } from './files';

/** A row of `_prisma_migrations`, the table that Prisma's own tools read and write too. */
export interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
}

/** What the database has seen, oldest first; nothing when it is new. */
export const readHistory = async (client: ClientBase): Promise<AppliedMigration[]> => {
  const { rows: found } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  if (!found[0]?.there) return [];
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  return rows;
};

/** Where a database stands against the migrations of this code. */
export type Standing =
  | { kind: 'current' }
  | { kind: 'behind'; pending: string[] }
  | { kind: 'newer'; unknown: string[] }
  | { kind: 'failed'; name: string }
  | { kind: 'edited'; name: string };

/** Compares history and code. A migration the code does not have comes first: then nothing else may be concluded. */
export const standing = (
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Standing => {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const unknown = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) return { kind: 'newer', unknown };
  const failed = applied.find(({ finished }) => !finished);
  if (failed) return { kind: 'failed', name: failed.name };
  const edited = applied.find(({ name, checksum }) => known.get(name)?.checksum !== checksum);
  if (edited) return { kind: 'edited', name: edited.name };
  const seen = new Set(applied.map(({ name }) => name));
  const pending = migrations.filter(({ name }) => !seen.has(name)).map(({ name }) => name);
  return pending.length > 0 ? { kind: 'behind', pending } : { kind: 'current' };
};

/** Throws the sentence of a standing from which migrating cannot go on. */
export const assertMigratable = (now: Standing): void => {
  switch (now.kind) {
    case 'current':
    case 'behind':
      return;
    case 'newer':
      throw new AppError(
        'conflict',
        `The database is newer than this Cuedesk (it has migration ${now.unknown.join(', ')}): start the version that made it, or restore an older backup.`,
      );
    case 'failed':
      throw new AppError(
        'conflict',
        `Migration ${now.name} was begun on this database and not finished: restore the last backup, or mend it and mark it with \`prisma migrate resolve\`.`,
      );
    case 'edited':
      throw new AppError(
        'conflict',
        `Migration ${now.name} was changed after it was applied to this database: put the file back as it was and write a new migration.`,
      );
  }
};

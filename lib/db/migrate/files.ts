import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A step of the database's history: a folder of prisma/migrations with its SQL. */
export interface Migration {
  /** The folder's name: time, underscore, what it does. Names sort by age. */
  name: string;
  sql: string;
  /** SHA-256 of the SQL, as Prisma stores it. */
  checksum: string;
}

export const MIGRATIONS_DIR = resolve('prisma/migrations');
export const SCHEMA_FILE = resolve('prisma/schema.prisma');
/** The schema as the last migration leaves it: what the next one is compared with. */
export const MIGRATED_SCHEMA = join(MIGRATIONS_DIR, 'migrated.prisma');

/** All migrations of this code, oldest first. */
export const readMigrations = async (dir = MIGRATIONS_DIR): Promise<Migration[]> => {
  if (!existsSync(dir)) return [];
  const names = (await readdir(dir)).filter((name) => existsSync(join(dir, name, 'migration.sql'))).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(dir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

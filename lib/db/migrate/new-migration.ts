import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@/lib/core/errors';
import { type DiffTarget, NO_FILTER, withEngine } from './engine';
import { MIGRATED_SCHEMA, MIGRATIONS_DIR, SCHEMA_FILE } from './files';

const target = async (file: string): Promise<DiffTarget> =>
  existsSync(file)
    ? { tag: 'schemaDatamodel', files: [{ path: file, content: await readFile(file, 'utf8') }] }
    : { tag: 'empty' };

/**
 * SQL from the schema of the last migration to prisma/schema.prisma; empty when they agree. Schemas are compared,
 * not databases, so what a migration adds by hand (partial indexes) is left alone. `url` is any database; it is not changed.
 */
export const pendingSql = async (url: string): Promise<string> => {
  const [from, to] = await Promise.all([target(MIGRATED_SCHEMA), target(SCHEMA_FILE)]);
  const { stdout } = await withEngine(url, (engine) =>
    engine.diff({ from, to, script: true, exitCode: null, filters: NO_FILTER }),
  );
  const sql = stdout?.trim() ?? '';
  return sql === '-- This is an empty migration.' ? '' : sql;
};

const stamp = (at: Date): string => at.toISOString().replace(/\D/g, '').slice(0, 14);

/** Writes prisma/migrations/<time>_<name>/migration.sql and returns its path. Throws `invalid` for a bad name, `conflict` when nothing changed. */
export const writeMigration = async (name: string, url: string, now: Date): Promise<string> => {
  if (!/^[a-z][a-z0-9_]{0,60}$/.test(name)) {
    throw new AppError(
      'invalid',
      'A migration is named in small letters, digits and underscores, as in add_survey.',
    );
  }
  const sql = await pendingSql(url);
  if (!sql)
    throw new AppError(
      'conflict',
      'prisma/schema.prisma and the migrations agree: there is nothing to write.',
    );
  const folder = join(MIGRATIONS_DIR, `${stamp(now)}_${name}`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'migration.sql');
  await writeFile(file, `${sql}\n`);
  await writeFile(MIGRATED_SCHEMA, await readFile(SCHEMA_FILE));
  return file;
};

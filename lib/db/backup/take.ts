import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { AppError } from '@/lib/core/errors';
import { asUnavailable } from '../failures';
import { readHistory } from '../migrate/history';
import { quoted, sequencesOf, tablesOf } from './catalogue';
import { type BackedUpTable, type Column, fileOf, MANIFEST, type Manifest } from './manifest';

const ROWS_AT_ONCE = 1_000;

/** Rows of a table as lines: a JSON array of each value's text, which every type of PostgreSQL writes and reads back without loss. */
async function* lines(
  client: pg.Client,
  table: string,
  columns: readonly Column[],
): AsyncGenerator<string[]> {
  const values = columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  await client.query(
    `DECLARE backup CURSOR FOR SELECT json_build_array(${values})::text AS line FROM public.${quoted(table)}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${ROWS_AT_ONCE} FROM backup`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query('CLOSE backup');
}

const writeTable = async (
  client: pg.Client,
  dir: string,
  name: string,
  columns: Column[],
): Promise<BackedUpTable> => {
  const hash = createHash('sha256');
  let rows = 0;
  async function* chunks(): AsyncGenerator<string> {
    for await (const batch of lines(client, name, columns)) {
      const chunk = `${batch.join('\n')}\n`;
      rows += batch.length;
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(
    Readable.from(chunks()),
    createGzip(),
    createWriteStream(join(dir, fileOf(name)), { mode: 0o600, flags: 'wx' }),
  );
  return { name, columns, rows, sha256: hash.digest('hex') };
};

const snapshot = async (
  client: pg.Client,
  dir: string,
  now: Date,
  progress: (line: string) => void,
): Promise<Manifest> => {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const history = await readHistory(client);
  if (history.length === 0)
    throw new AppError('conflict', 'The database is empty: there is nothing to back up.');
  const tables: BackedUpTable[] = [];
  for (const [name, columns] of await tablesOf(client)) {
    progress(name);
    tables.push(await writeTable(client, dir, name, columns));
  }
  const sequences = await sequencesOf(client);
  await client.query('COMMIT');
  return {
    format: 1,
    takenAt: now.toISOString(),
    migrations: history.map((each) => each.name),
    tables,
    sequences,
  };
};

/**
 * Writes a backup into an empty or new folder: one file of compressed JSON lines per table and a manifest, all from
 * one snapshot, while the application goes on. Secrets in the data folder are not in it.
 */
export const takeBackup = async (
  url: string,
  dir: string,
  now: Date,
  progress: (line: string) => void = () => undefined,
): Promise<Manifest> => {
  if (existsSync(dir) && (await readdir(dir)).length > 0)
    throw new AppError('conflict', `${dir} is not empty: a backup needs a folder of its own.`);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: url, application_name: 'cuedesk backup' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const manifest = await snapshot(client, dir, now, progress);
    await writeFile(join(dir, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return manifest;
  } catch (thrown) {
    throw asUnavailable(thrown) ?? thrown;
  } finally {
    await client.end().catch(() => undefined);
  }
};

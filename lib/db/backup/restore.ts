import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { AppError } from '@/lib/core/errors';
import { asUnavailable } from '../failures';
import { readMigrations } from '../migrate/files';
import { migrate } from '../migrate/migrate';
import { quoted, tablesOf } from './catalogue';
import { type BackedUpTable, fileOf, MANIFEST, type Manifest, manifestSchema } from './manifest';

const BYTES_AT_ONCE = 2_000_000;

const readManifest = async (dir: string): Promise<Manifest> => {
  const file = join(dir, MANIFEST);
  if (!existsSync(file))
    throw new AppError('invalid', `${dir} is not a whole backup: it has no ${MANIFEST}.`);
  const parsed = manifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success)
    throw new AppError('invalid', `${file} is not the manifest of a backup.`, { cause: parsed.error });
  return parsed.data;
};

/** Throws when a migration of the backup is not in this code: then its rows have columns that nobody here knows. */
const assertKnown = async ({ migrations }: Manifest): Promise<void> => {
  const known = new Set((await readMigrations()).map(({ name }) => name));
  const unknown = migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new AppError(
      'conflict',
      `The backup is newer than this Cuedesk (it has migration ${unknown.join(', ')}): restore it with the version that took it.`,
    );
  }
};

const assertEmpty = async (client: pg.Client): Promise<void> => {
  for (const name of (await tablesOf(client)).keys()) {
    const { rows } = await client.query(`SELECT FROM public.${quoted(name)} LIMIT 1`);
    if (rows.length > 0)
      throw new AppError(
        'conflict',
        `The database is not empty (${name} has rows): restore into a new one, such as another CUEDESK_DATA.`,
      );
  }
};

/** Lines of a compressed file. Not by node:readline, which also ends a line at U+2028, which JSON text may hold. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip();
  // Awaited by reading: an error of either stream ends the other and throws below.
  pipeline(createReadStream(file), unzipped, () => undefined);
  let rest = '';
  for await (const chunk of unzipped.setEncoding('utf8')) {
    const parts = `${rest}${chunk}`.split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest) yield rest;
}

/** Batches of lines, each of a few megabytes at most. */
async function* batches(file: string, onLine: (line: string) => void): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let size = 0;
  for await (const line of linesOf(file)) {
    onLine(line);
    batch.push(line);
    size += line.length;
    if (size < BYTES_AT_ONCE) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

const loadTable = async (
  client: pg.Client,
  dir: string,
  { name, columns, rows, sha256 }: BackedUpTable,
): Promise<void> => {
  const hash = createHash('sha256');
  let count = 0;
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const values = columns.map(({ type }, i) => `(line ->> ${i})::${type}`).join(', ');
  const insert = `INSERT INTO public.${quoted(name)} (${names}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM json_array_elements($1::json) AS line`;
  const file = join(dir, fileOf(name));
  const damaged = (cause?: unknown) =>
    new AppError('invalid', `The backup is damaged: ${file} is not what the manifest says.`, { cause });
  if (!existsSync(file)) throw damaged();
  try {
    for await (const batch of batches(file, (line) => {
      hash.update(`${line}\n`);
      count++;
    })) {
      await client.query(insert, [`[${batch.join(',')}]`]);
    }
  } catch (thrown) {
    throw asUnavailable(thrown) ?? damaged(thrown);
  }
  if (count !== rows || hash.digest('hex') !== sha256) throw damaged();
};

/** Foreign keys would ask for tables in an order, which rows that point at each other do not have: they are taken down and put up again. */
const withoutForeignKeys = async (client: pg.Client, load: () => Promise<void>): Promise<void> => {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  );
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  await load();
  for (const { table, name, definition } of rows)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
};

/** Triggers say what follows from a new fact, such as an event's number; a restored row has all that and stays as it was. */
const withoutTriggers = async (client: pg.Client, load: () => Promise<void>): Promise<void> => {
  const { rows } = await client.query<{ table: string; name: string }>(
    `SELECT tgrelid::regclass::text AS table, tgname AS name
       FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
      WHERE NOT tgisinternal AND tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${quoted(name)}`);
  await load();
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${quoted(name)}`);
};

const loadRows = async (
  client: pg.Client,
  dir: string,
  { tables }: Manifest,
  progress: (line: string) => void,
): Promise<void> => {
  for (const table of tables) {
    progress(table.name);
    await loadTable(client, dir, table);
  }
};

const load = async (
  client: pg.Client,
  dir: string,
  manifest: Manifest,
  progress: (line: string) => void,
): Promise<void> => {
  await client.query('BEGIN');
  try {
    await withoutForeignKeys(client, () =>
      withoutTriggers(client, () => loadRows(client, dir, manifest, progress)),
    );
    for (const { name, value, called } of manifest.sequences) {
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
        `public.${quoted(name)}`,
        value,
        called,
      ]);
    }
    await client.query('COMMIT');
  } catch (thrown) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw thrown;
  }
};

/**
 * Loads a backup into an empty database: migrations up to the backup's, then all rows in one transaction, checked
 * against the manifest, then the migrations since. Nothing is kept when anything is wrong.
 */
export const restoreBackup = async (
  url: string,
  dir: string,
  progress: (line: string) => void = () => undefined,
): Promise<Manifest> => {
  const manifest = await readManifest(dir);
  await assertKnown(manifest);
  const client = new pg.Client({ connectionString: url, application_name: 'cuedesk restore' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await assertEmpty(client);
    await migrate(url, { upTo: manifest.migrations.at(-1) });
    await load(client, dir, manifest, progress);
    await migrate(url);
    await client.query('ANALYZE');
    return manifest;
  } catch (thrown) {
    throw asUnavailable(thrown) ?? thrown;
  } finally {
    await client.end().catch(() => undefined);
  }
};

import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lastEventId } from '../events';
import { testDatabase } from '../testing';
import { restoreBackup } from './restore';
import { takeBackup } from './take';

const NOW = new Date('2026-11-20T10:00:00Z');
const source = await testDatabase();
const root = await mkdtemp(join(tmpdir(), 'cuedesk-backup-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const AWKWARD = `line\nbreak, "quotes", \\ backslash, \u2028, 😀, 'single', NULL, null`;

beforeAll(async () => {
  const { prisma } = source;
  await prisma.team.create({ data: { id: 'tea_1', name: AWKWARD } });
  await prisma.apiKey.create({ data: { id: 'apk_1', name: '', hash: 'x', scopes: ['a,b', '{"c"}', ''] } });
  await prisma.incident.create({
    data: {
      id: 'inc_1',
      number: '1',
      kind: 'outage',
      affects: [],
      devices: ['x'],
      title: 't',
      cause: 'c',
      startedAt: new Date('2026-01-01T00:00:00.123Z'),
    },
  });
  await prisma.installation.create({
    data: { key: 'odd', value: { big: 12345678901234, list: [null, 1.5, 'é'], nested: {} } },
  });
  await source.pool.query(`INSERT INTO installation (key, value) VALUES ('json null', 'null'::jsonb)`);
  await prisma.event.createMany({
    data: Array.from({ length: 2_500 }, (_, i) => ({ kind: 'test', payload: { i } })),
  });
});

const rowsOf = async (db: typeof source): Promise<unknown> => {
  const tables = ['team', 'api_key', 'incident', 'installation', 'event'];
  return Promise.all(
    tables.map(async (table) => (await db.pool.query(`SELECT t::text FROM "${table}" t ORDER BY 1`)).rows),
  );
};

describe('a backup', () => {
  test('restores every row exactly as it was, and new rows go on where the old ones ended', async () => {
    const dir = join(root, 'whole');
    const manifest = await takeBackup(source.url, dir, NOW);
    expect(manifest.tables.find(({ name }) => name === 'event')?.rows).toBe(2_500);
    const target = await testDatabase();
    await restoreBackup(target.url, dir);
    expect(await rowsOf(target)).toEqual(await rowsOf(source));
    const last = await lastEventId(target.prisma);
    await target.prisma.event.create({ data: { kind: 'next', payload: {} } });
    const next = await target.prisma.event.findFirst({ where: { kind: 'next' } });
    expect(next?.id).toBeGreaterThan(last);
    const triggers = `SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`;
    expect((await target.pool.query(triggers)).rows).toEqual((await source.pool.query(triggers)).rows);
    const keys = `SELECT count(*)::int AS n FROM pg_constraint WHERE contype = 'f'`;
    expect((await target.pool.query(keys)).rows).toEqual((await source.pool.query(keys)).rows);
  });

  test('is taken from one moment, though rows are written meanwhile', async () => {
    const dir = join(root, 'moment');
    let written = false;
    const { tables } = await takeBackup(source.url, dir, NOW, async () => {
      if (written) return;
      written = true;
      await source.pool.query(`INSERT INTO event (kind, payload) VALUES ('late', '{}')`);
    });
    await source.pool.query(`DELETE FROM event WHERE kind = 'late'`);
    expect(tables.find(({ name }) => name === 'event')?.rows).toBe(2_500);
  });

  test('is not written over something else', async () => {
    const dir = await mkdtemp(join(root, 'full-'));
    await writeFile(join(dir, 'mine.txt'), 'mine');
    await expect(takeBackup(source.url, dir, NOW)).rejects.toMatchObject({ code: 'conflict' });
    expect(await readFile(join(dir, 'mine.txt'), 'utf8')).toBe('mine');
  });
});

describe('restoring', () => {
  const damaged = async (name: string, damage: (dir: string) => Promise<void>) => {
    const dir = join(root, name);
    await takeBackup(source.url, dir, NOW);
    await damage(dir);
    return dir;
  };
  const edit = async (file: string, change: (text: string) => string) =>
    writeFile(file, gzipSync(change(gunzipSync(await readFile(file)).toString())));

  test.each<[string, (dir: string) => Promise<void>]>([
    [
      'a value was changed',
      (dir) => edit(join(dir, 'team.jsonl.gz'), (text) => text.replace('quotes', 'Quotes')),
    ],
    [
      'a row is missing',
      (dir) => edit(join(dir, 'event.jsonl.gz'), (text) => text.slice(text.indexOf('\n') + 1)),
    ],
    ['a file is missing', (dir) => rm(join(dir, 'event.jsonl.gz'))],
    [
      'a file was cut off',
      async (dir) =>
        writeFile(
          join(dir, 'event.jsonl.gz'),
          (await readFile(join(dir, 'event.jsonl.gz'))).subarray(0, 500),
        ),
    ],
    ['a file has rubbish at its end', (dir) => appendFile(join(dir, 'event.jsonl.gz'), 'rubbish')],
    ['the manifest is missing', (dir) => rm(join(dir, 'manifest.json'))],
  ])('refuses a backup of which %s, and leaves the database empty', async (name, damage) => {
    const dir = await damaged(name, damage);
    const target = await testDatabase();
    await expect(restoreBackup(target.url, dir)).rejects.toMatchObject({ code: 'invalid' });
    expect(await target.prisma.team.count()).toBe(0);
    await target.close();
  });

  test('refuses a backup of a newer version', async () => {
    const dir = await damaged('newer', async (folder) => {
      const file = join(folder, 'manifest.json');
      await writeFile(
        file,
        (await readFile(file, 'utf8')).replace('"migrations": [', '"migrations": ["29990101000000_later",'),
      );
    });
    const target = await testDatabase();
    await expect(restoreBackup(target.url, dir)).rejects.toMatchObject({ code: 'conflict' });
    await target.close();
  });

  test('refuses a database that is not empty', async () => {
    const dir = await damaged('again', async () => undefined);
    await expect(restoreBackup(source.url, dir)).rejects.toMatchObject({ code: 'conflict' });
  });
});

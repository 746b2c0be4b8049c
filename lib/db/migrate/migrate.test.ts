import { describe, expect, test } from 'vitest';
import { testDatabase } from '../testing';
import { asMigrationList, NO_FILTER, withEngine } from './engine';
import { readMigrations } from './files';
import { assertMigratable, standing } from './history';
import { migrate, migrationStanding } from './migrate';
import { pendingSql } from './new-migration';

const migrations = [
  { name: '20260101000000_init', sql: 'a', checksum: 'aa' },
  { name: '20260201000000_more', sql: 'b', checksum: 'bb' },
];
const applied = (name: string, checksum: string, finished = true) => ({ name, checksum, finished });
const init = applied('20260101000000_init', 'aa');
const more = applied('20260201000000_more', 'bb');

describe('where a database stands', () => {
  test.each([
    ['new', [], { kind: 'behind', pending: ['20260101000000_init', '20260201000000_more'] }],
    ['one behind', [init], { kind: 'behind', pending: ['20260201000000_more'] }],
    ['up to date', [init, more], { kind: 'current' }],
    [
      'newer',
      [init, more, applied('20270101000000_later', 'cc')],
      { kind: 'newer', unknown: ['20270101000000_later'] },
    ],
    [
      'half migrated',
      [init, applied('20260201000000_more', 'bb', false)],
      { kind: 'failed', name: '20260201000000_more' },
    ],
    [
      'edited since',
      [applied('20260101000000_init', 'zz'), more],
      { kind: 'edited', name: '20260101000000_init' },
    ],
  ])('%s', (_name, history, expected) => expect(standing(migrations, history)).toEqual(expected));

  test('a newer database is refused in one sentence that names the migration', () => {
    expect(() => assertMigratable({ kind: 'newer', unknown: ['20270101000000_later'] })).toThrow(
      /^The database is newer .*20270101000000_later.*\.$/,
    );
  });
});

const db = await testDatabase();

describe('migrating', () => {
  test('has nothing to do on a migrated database', async () => {
    expect(await migrationStanding(db.url)).toEqual({ kind: 'current' });
    expect(await migrate(db.url)).toEqual([]);
  });

  test('makes everything on an empty one, once, though two processes begin together', async () => {
    const name = `empty_${Date.now()}`;
    await db.pool.query(`CREATE DATABASE ${name}`);
    const url = db.url.replace(/\/[^/]*$/, `/${name}`);
    const names = (await readMigrations()).map((migration) => migration.name);
    const [first, second] = await Promise.all([migrate(url), migrate(url)]);
    expect([...first, ...second].sort()).toEqual(names);
    expect(await migrationStanding(url)).toEqual({ kind: 'current' });
    await db.pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });

  test("agrees with Prisma's own engine on what has been applied", async () => {
    const migrationsList = asMigrationList(await readMigrations());
    const done = await withEngine(db.url, (engine) =>
      engine.applyMigrations({ migrationsList, filters: NO_FILTER }),
    );
    expect(done.appliedMigrationNames).toEqual([]);
  });

  test('refuses a database newer than the code', async () => {
    await db.pool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('x', 'x', '29990101000000_later', now(), 1)`,
    );
    await expect(migrate(db.url)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('says that a database cannot be reached', async () => {
    await expect(migrate('postgres://x:y@127.0.0.1:1/x')).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('prisma/schema.prisma has no change without a migration', async () => {
    expect(await pendingSql(db.url)).toBe('');
  });
});

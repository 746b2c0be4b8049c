import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '@/lib/core/clock';
import { createDatabase } from '@/lib/db/client';
import { testDatabase } from '@/lib/db/testing';
import type { Library } from '@/lib/knowledge/library';
import { loadPolicies } from '@/lib/policies/load';
import { makeArticle } from '@/prisma/seed/builders/knowledge';
import { policiesDir } from './policies-in-force';
import { openShelf, type Shelf } from './shelf';

const database = await testDatabase();
const policies = await loadPolicies(policiesDir());

/** Far longer than a test waits, so that only an event can be what woke a shelf. */
const NEVER_MS = 3_600_000;
const opened: { close(): Promise<void> }[] = [];
const problems: unknown[] = [];

/** A process as far as articles go: connections of its own. */
const processOf = (lookMs = NEVER_MS): Shelf => {
  const own = createDatabase(database.url, { max: 2 });
  const shelf = openShelf({
    db: own.prisma,
    listenUrl: database.url,
    clock: systemClock,
    embeddingsOf: () => null,
    onProblem: (thrown) => problems.push(thrown),
    lookMs,
  });
  opened.push({
    close: async () => {
      await shelf.close();
      await own.close();
    },
  });
  return shelf;
};

const cited = async (shelf: Shelf, text: string): Promise<string | undefined> => {
  const library: Library = await shelf.library(policies);
  const query = { text, intents: [], products: [], limit: 1 };
  return (await library.search(query, new AbortController().signal)).passages[0]?.text;
};
const soon = <T>(check: () => Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 8000, interval: 20 });

/** Resolves when every shelf listens: from then on nothing is lost. */
const listening = (count: number): Promise<void> =>
  soon(async () => {
    const { rows } = await database.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'cuedesk listen' AND query LIKE 'LISTEN%' AND state = 'idle'`,
    );
    expect(rows[0]?.count).toBe(count);
  });

const tram = { id: 'tram', title: 'Tram tickets', facts: ['A tram ticket is $3.00.'] };

beforeEach(async () => {
  problems.length = 0;
  await database.prisma.article.deleteMany();
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

describe('openShelf', () => {
  it('has what any process published, changed or retracted, without a restart', async () => {
    const shelves = [processOf(), processOf()];
    for (const shelf of shelves) expect(await cited(shelf, 'tram ticket')).toBeUndefined();
    await listening(2);

    await makeArticle(database.prisma, tram);
    for (const shelf of shelves)
      await soon(async () => expect(await cited(shelf, 'tram ticket')).toBe('A tram ticket is $3.00.'));

    const body = { ...(await database.prisma.article.findUniqueOrThrow({ where: { id: 'tram' } })) };
    await database.prisma.article.update({
      where: { id: 'tram' },
      data: { version: 2, body: { ...(body.body as object), facts: ['A tram ticket is $4.00.'] } },
    });
    for (const shelf of shelves)
      await soon(async () => expect(await cited(shelf, 'tram ticket')).toBe('A tram ticket is $4.00.'));

    await database.prisma.article.update({ where: { id: 'tram' }, data: { retiredAt: new Date() } });
    for (const shelf of shelves)
      await soon(async () => expect(await cited(shelf, 'tram ticket')).toBeUndefined());
  });

  it('hears of a change that no code of ours made', async () => {
    const shelf = processOf();
    await makeArticle(database.prisma, tram);
    await listening(1);
    await soon(async () => expect(await cited(shelf, 'tram ticket')).toBeDefined());
    await database.pool.query(`DELETE FROM article WHERE id = 'tram'`);
    await soon(async () => expect(await cited(shelf, 'tram ticket')).toBeUndefined());
  });

  it('catches up with what was published while its connection was down', async () => {
    const shelf = processOf();
    expect(await cited(shelf, 'tram ticket')).toBeUndefined();
    await listening(1);
    await database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'cuedesk listen'`,
    );
    await makeArticle(database.prisma, tram);
    await soon(async () => expect(await cited(shelf, 'tram ticket')).toBeDefined());
  });

  it('finds a change of which it heard nothing at all', async () => {
    const shelf = processOf(50);
    expect(await cited(shelf, 'tram ticket')).toBeUndefined();
    await listening(1);
    await database.pool.query('ALTER TABLE article DISABLE TRIGGER article_changed');
    try {
      await makeArticle(database.prisma, tram);
      await soon(async () => expect(await cited(shelf, 'tram ticket')).toBeDefined());
    } finally {
      await database.pool.query('ALTER TABLE article ENABLE TRIGGER article_changed');
    }
  });

  it('leaves out what is no article, says so, and keeps the others current', async () => {
    const shelf = processOf();
    await database.prisma.article.create({
      data: { id: 'broken', version: 1, reviewedAt: new Date(), body: { title: 'No facts' } },
    });
    await makeArticle(database.prisma, tram);
    expect(await cited(shelf, 'tram ticket')).toBeDefined();
    expect(problems).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('facts: Invalid input') }),
    );
  });

  it('keeps the last articles while they cannot be read', async () => {
    const shelf = processOf(50);
    await makeArticle(database.prisma, tram);
    expect(await cited(shelf, 'tram ticket')).toBeDefined();
    await database.pool.query('ALTER TABLE article RENAME TO article_away');
    try {
      await soon(async () => expect(problems.length).toBeGreaterThan(0));
      expect(await cited(shelf, 'tram ticket')).toBeDefined();
    } finally {
      await database.pool.query('ALTER TABLE article_away RENAME TO article');
    }
    await makeArticle(database.prisma, { id: 'bus', title: 'Bus', facts: ['A bus has 40 seats.'] });
    await soon(async () => expect(await cited(shelf, 'bus seats')).toBe('A bus has 40 seats.'));
  });
});

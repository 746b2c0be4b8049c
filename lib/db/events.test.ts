import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { DeskEvent } from '../contracts/events';
import { seededRandom } from '../core/random';
import { createDatabase, type Database } from './client';
import { appendEvents, eventsAfter, lastEventId } from './events';
import { testDatabase } from './testing';

const database = await testDatabase();
const { prisma } = database;
const publishers = createDatabase(database.url, { max: 24 });
afterAll(() => publishers.close());

const event = (conversationId: string): DeskEvent => ({ kind: 'cues.withdrawn', conversationId });

const rowsOf = (names: readonly string[]) =>
  names.map((conversationId) => ({ event: event(conversationId), conversationId, queueId: 'general' }));

/** Publishes, and stays in its transaction for a while, as one that does more work would. */
const publish = (conversationId: string, stayMs: number): Promise<void> =>
  publishers.prisma.$transaction(async (tx) => {
    await appendEvents(tx, rowsOf([conversationId]));
    await new Promise((resolve) => setTimeout(resolve, stayMs));
  });

/** Follows the log as every reader does: whatever is after the highest id seen. */
const follow = async (until: () => boolean, page: number, from = 0n): Promise<string[]> => {
  const seen: string[] = [];
  let last = from;
  for (;;) {
    const over = until();
    const events = await eventsAfter(prisma, last, page);
    last = events.at(-1)?.id ?? last;
    seen.push(...events.map(({ conversationId }) => conversationId ?? ''));
    if (over && events.length === 0) return seen;
  }
};

describe('the event log', () => {
  it('shows everything of 400 publishers at once to each reader, in order', async () => {
    let over = false;
    const readers = [1, 7, 500].map((page) => follow(() => over, page));
    const names = Array.from({ length: 400 }, (_, n) => `cnv_${n}`);
    await Promise.all(names.map((name, n) => publish(name, n % 5)));
    over = true;
    const stored = (await prisma.event.findMany({ orderBy: { id: 'asc' } })).map(
      ({ conversationId }) => conversationId,
    );
    expect(stored.toSorted()).toEqual(names.toSorted());
    for (const seen of await Promise.all(readers)) expect(seen).toEqual(stored);
  });

  it('shows each reader everything, once and in order, of processes whose transactions end in another order than they began', async () => {
    const from = await lastEventId(prisma);
    const processes = Array.from({ length: 4 }, () => createDatabase(database.url, { max: 8 }));
    onTestFinished(async () => void (await Promise.all(processes.map((one) => one.close()))));
    const random = seededRandom(7);
    let over = false;
    const readers = [1, 3, 500].map((page) => follow(() => over, page, from));
    const told: string[] = [];
    const tell = async (one: Database, name: string): Promise<void> => {
      const before = [`${name} a`, `${name} b`];
      const after = [`${name} c`];
      const stays = random() * 60;
      const changesItsMind = random() < 0.3;
      const work = one.prisma.$transaction(async (tx) => {
        await appendEvents(tx, rowsOf(before));
        await tx.$executeRaw`SAVEPOINT half`;
        await appendEvents(tx, rowsOf([`${name} never`]));
        await tx.$executeRaw`ROLLBACK TO SAVEPOINT half`;
        await new Promise((resolve) => setTimeout(resolve, stays));
        await appendEvents(tx, rowsOf(after));
        if (changesItsMind) throw new Error('changed my mind');
      });
      if (changesItsMind) await expect(work).rejects.toThrow('changed my mind');
      else {
        await work;
        told.push(...before, ...after);
      }
    };
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => tell(processes[n % processes.length] as Database, `cnv_${n}`)),
    );
    over = true;
    const stored = (await eventsAfter(prisma, from, 10_000)).map(({ conversationId }) => conversationId);
    expect(stored.toSorted()).toEqual(told.toSorted());
    const place = new Map(stored.map((name, at) => [name, at]));
    for (let at = 0; at < told.length; at += 3) {
      const [first = -1, ...others] = told.slice(at, at + 3).map((name) => place.get(name) ?? -1);
      expect(others).toEqual([first + 1, first + 2]);
    }
    for (const seen of await Promise.all(readers)) expect(seen).toEqual(stored);
  });

  it('keeps the order of events that belong together, and forgets those that were rolled back', async () => {
    const from = await lastEventId(prisma);
    const kinds = ['cnv_a', 'cnv_b', 'cnv_c', 'cnv_d'];
    const rows = rowsOf(kinds);
    await expect(
      prisma.$transaction(async (tx) => {
        await appendEvents(tx, rows);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await prisma.$transaction((tx) => appendEvents(tx, rows));
    const events = await eventsAfter(prisma, from, 100);
    expect(events.map(({ event: told }) => told)).toEqual(rows.map((row) => row.event));
  });

  it('gives at most what was asked for, and nothing after the last', async () => {
    expect(await eventsAfter(prisma, 0n, 3)).toHaveLength(3);
    expect(await eventsAfter(prisma, await lastEventId(prisma), 3)).toEqual([]);
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import type { DeskEvent } from '../contracts/events';
import { createDatabase } from './client';
import { appendEvents, eventsAfter, lastEventId } from './events';
import { testDatabase } from './testing';

const database = await testDatabase();
const { prisma } = database;
const publishers = createDatabase(database.url, { max: 24 });
afterAll(() => publishers.close());

const event = (conversationId: string): DeskEvent => ({ kind: 'cues.withdrawn', conversationId });

/** Publishes, and stays in its transaction for a while, as one that does more work would. */
const publish = (conversationId: string, stayMs: number): Promise<void> =>
  publishers.prisma.$transaction(async (tx) => {
    await appendEvents(tx, [{ event: event(conversationId), conversationId, queueId: 'general' }]);
    await new Promise((resolve) => setTimeout(resolve, stayMs));
  });

/** Follows the log as every reader does: whatever is after the highest id seen. */
const follow = async (until: () => boolean, page: number): Promise<string[]> => {
  const seen: string[] = [];
  let last = 0n;
  for (;;) {
    const over = until();
    const events = await eventsAfter(prisma, last, page);
    last = events.at(-1)?.id ?? last;
    seen.push(...events.map(({ conversationId }) => conversationId ?? ''));
    if (over && events.length === 0) return seen;
  }
};

describe('the event log', () => {
  it('shows everything of 200 publishers at once to each reader, in order', async () => {
    let over = false;
    const readers = [1, 7, 500].map((page) => follow(() => over, page));
    const names = Array.from({ length: 200 }, (_, n) => `cnv_${n}`);
    await Promise.all(names.map((name, n) => publish(name, n % 5)));
    over = true;
    const stored = (await prisma.event.findMany({ orderBy: { id: 'asc' } })).map(
      ({ conversationId }) => conversationId,
    );
    expect(stored.toSorted()).toEqual(names.toSorted());
    for (const seen of await Promise.all(readers)) expect(seen).toEqual(stored);
  });

  it('keeps the order of events that belong together, and forgets those that were rolled back', async () => {
    const from = await lastEventId(prisma);
    const kinds = ['cnv_a', 'cnv_b', 'cnv_c', 'cnv_d'];
    const rows = kinds.map((conversationId) => ({
      event: event(conversationId),
      conversationId,
      queueId: 'general',
    }));
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

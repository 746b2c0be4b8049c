import { describe, expect, test } from 'vitest';
import { createDatabase } from './client';
import { testDatabase } from './testing';

const db = await testDatabase();

describe('a database', () => {
  test('reads every model, so the migrations make what the schema says', async () => {
    const models = Object.entries(db.prisma).filter(
      (entry): entry is [string, { findFirst(): Promise<unknown> }] =>
        typeof entry[1] === 'object' && entry[1] !== null && 'findFirst' in entry[1],
    );
    expect(models.length).toBeGreaterThan(30);
    for (const [name, model] of models) expect(await model.findFirst(), name).toBeNull();
  });

  test('rolls a transaction back when it throws, and lets the error through untouched', async () => {
    const reason = new TypeError('changed my mind');
    const attempt = db.prisma.$transaction(async (tx) => {
      await tx.team.create({ data: { id: 'tea_1', name: 'Care' } });
      throw reason;
    });
    await expect(attempt).rejects.toBe(reason);
    expect(await db.prisma.team.count()).toBe(0);
  });

  test('keeps Prisma errors that are not about the connection', async () => {
    await db.prisma.team.create({ data: { id: 'tea_2', name: 'Care' } });
    await expect(db.prisma.team.create({ data: { id: 'tea_2', name: 'Again' } })).rejects.toMatchObject({
      code: 'P2002',
    });
  });

  test('lets one run at a time run in a conversation', async () => {
    await db.prisma.team.create({ data: { id: 'tea_3', name: 'Care' } });
    await db.prisma.queue.create({ data: { id: 'care', title: 'Care', teamId: 'tea_3' } });
    await db.prisma.customer.create({ data: { id: 'cus_1', name: 'Maya' } });
    const at = new Date('2026-11-01T10:00:00Z');
    await db.prisma.conversation.create({
      data: {
        id: 'cnv_1',
        customerId: 'cus_1',
        channel: 'chat',
        queueId: 'care',
        openedAt: at,
        lastTurnAt: at,
      },
    });
    const run = { conversationId: 'cnv_1', trigger: 'turn', turnSeq: 1, acceptedAt: at };
    await db.prisma.run.create({ data: { ...run, id: 'run_1', state: 'running' } });
    await db.prisma.run.create({ data: { ...run, id: 'run_2', state: 'queued' } });
    await expect(
      db.prisma.run.update({ where: { id: 'run_2' }, data: { state: 'running' } }),
    ).rejects.toMatchObject({ code: 'P2002' });
  });
});

describe('a database that cannot be used', () => {
  test.each([
    ['nothing listens', 'postgres://x:y@127.0.0.1:1/x'],
    ['the password is wrong', db.url.replace(/:[^:@/]+@/, ':wrong@')],
    ['there is no such database', db.url.replace(/\/[^/]*$/, '/nowhere')],
  ])('is unavailable: %s', async (_why, url) => {
    const broken = createDatabase(url, { max: 1 });
    await expect(broken.prisma.team.count()).rejects.toMatchObject({ name: 'AppError', code: 'unavailable' });
    await expect(broken.prisma.$transaction((tx) => tx.team.count())).rejects.toMatchObject({
      name: 'AppError',
      code: 'unavailable',
    });
    await broken.close();
  });

  test('is unavailable when its connections are cut under it, and usable again at once', async () => {
    const other = createDatabase(db.url, { max: 1 });
    await other.prisma.team.count();
    const sleeping = other.prisma.$queryRaw`SELECT pg_sleep(10)::text`.then(
      () => 'slept',
      (thrown: unknown) => thrown,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await db.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(10)%' AND pid <> pg_backend_pid()`,
    );
    expect(await sleeping).toMatchObject({ code: 'unavailable' });
    expect(await other.prisma.team.count()).toBeGreaterThanOrEqual(0);
    await other.close();
  });
});

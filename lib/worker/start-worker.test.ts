import { afterAll, describe, expect, it } from 'vitest';
import { queueRun } from '@/lib/db/runs';
import { openQueue } from '@/lib/jobs/queue';
import { listRuns } from '@/lib/use-cases/list-runs';
import { receiveMessage } from '@/lib/use-cases/receive-message';
import { testDesk } from '@/lib/use-cases/testing/desk';
import { customerWrites, intake, message, writesAgain } from '@/lib/use-cases/testing/says';
import { startWorker } from './start-worker';

const errors: Error[] = [];
const desk = await testDesk();
const { prisma, database } = desk;
await desk.signIn();
const worker = await startWorker({ databaseUrl: database.url });
const jobs = await openQueue(database.url, 'enqueue', (error) => errors.push(error));
afterAll(async () => {
  await worker.stop();
  await jobs.stop();
});

const runs = async (id: string) => (await listRuns(intake, { params: { id } })).runs;
const jobsWaiting = async () =>
  Number(
    (await database.pool.query(`SELECT count(*) AS n FROM pgboss.job WHERE state < 'completed'`)).rows[0]?.n,
  );

describe('a worker', () => {
  it('works off what is queued with its message, soon and once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, (_, n) => customerWrites(`message number ${n}, why is my bill higher?`)),
    );
    for (const id of ids)
      await expect.poll(() => runs(id), { timeout: 15_000 }).toMatchObject([{ state: 'done', cues: 5 }]);
    expect(errors).toEqual([]);
  });

  it('finishes the newest run of a conversation in which someone types fast, and leaves no other running', async () => {
    const id = await customerWrites('first');
    for (let n = 0; n < 5; n++) await writesAgain(desk, id, `and ${n}`);
    await expect.poll(async () => (await runs(id)).at(-1)?.state, { timeout: 15_000 }).toBe('done');
    const states = (await runs(id)).map(({ state }) => state);
    expect(states).toHaveLength(6);
    expect(states.slice(0, -1).every((state) => state === 'superseded' || state === 'done')).toBe(true);
  });

  it('finds a run whose job was lost', async () => {
    const id = await customerWrites('hello');
    await expect.poll(async () => (await runs(id)).at(-1)?.state, { timeout: 15_000 }).toBe('done');
    await prisma.$transaction((tx) =>
      queueRun(
        tx,
        { conversationId: id, trigger: 'customer-turn', turnSeq: 1 },
        new Date(Date.now() - 10_000),
      ),
    );
    await expect
      .poll(async () => (await runs(id)).map(({ state }) => state), { timeout: 15_000 })
      .toEqual(['done', 'done']);
  });
});

describe('a job', () => {
  it('is stored with the fact that causes it or not at all', async () => {
    await expect.poll(jobsWaiting, { timeout: 15_000 }).toBe(0);
    const before = await prisma.run.count();
    await expect(
      prisma.$transaction(async (tx) => {
        await jobs.enqueue(tx, 'run', { runId: 'run_never' });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const body = message({ from: { email: 'conflict@example.com' } });
    await receiveMessage(intake, { body });
    await expect(receiveMessage(intake, { body: { ...body, text: 'other' } })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await prisma.run.count()).toBe(before + 1);
    const { rows } = await database.pool.query<{ data: { runId: string } }>(`SELECT data FROM pgboss.job`);
    const known = new Set((await prisma.run.findMany({ select: { id: true } })).map(({ id }) => id));
    expect(rows.filter(({ data }) => !known.has(data.runId))).toEqual([]);
  });
});

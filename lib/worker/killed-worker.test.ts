import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, expect, it } from 'vitest';
import { openQueue } from '@/lib/jobs/queue';
import { previewAction } from '@/lib/use-cases/preview-action';
import { openAccountCase } from '@/lib/use-cases/testing/account-case';
import { approvedAndLeft as left } from '@/lib/use-cases/testing/approved-and-left';
import { testDesk } from '@/lib/use-cases/testing/desk';
import { startWorker, type Worker } from './start-worker';

const errors: Error[] = [];
const desk = await testDesk();
const { prisma, database } = desk;
const rep = await desk.signIn();
const jobs = await openQueue(database.url, 'enqueue', (error) => errors.push(error));
let next: Worker | undefined;
afterAll(async () => {
  await next?.stop();
  await jobs.stop();
});

/** An approved action as a web process leaves it that dies right after the approval: with its job, not run. */
const approvedAndLeft = async () => {
  const { conversationId, customerId } = await openAccountCase(desk, rep);
  const asked = { tool: 'apply-credit', params: { amount: 9, reason: 'Goodwill' } } as const;
  const seen = await previewAction(rep, { params: { id: conversationId }, body: asked });
  if (seen.is !== 'possible') throw new Error(JSON.stringify(seen.problems));
  const id = await prisma.$transaction(async (tx) => {
    const actionId = await left(tx, rep, { customerId, conversationId }, asked.tool, seen, desk.clock.now());
    await jobs.enqueue(tx, 'action', { actionId });
    return actionId;
  });
  return { id, conversationId };
};

const jobStates = async () =>
  (
    await database.pool.query<{ state: string }>(`SELECT state FROM pgboss.job WHERE name = 'action'`)
  ).rows.map(({ state }) => state);
const credits = () => prisma.credit.findMany({ where: { actionId: { not: null } } });

/** A worker process that has begun to run the action and waits for its conversation when it is killed. */
const killInTheMiddle = async (conversationId: string): Promise<void> => {
  const holder = await database.pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT id FROM conversation WHERE id = $1 FOR UPDATE', [conversationId]);
    const worker = fork('lib/cli/bench/worker-process.ts', [database.url, '2'], {
      execArgv: ['--import', 'tsx'],
    });
    const gone = once(worker, 'exit');
    await desk.blocked();
    expect(await jobStates()).toEqual(['active']);
    worker.kill('SIGKILL');
    expect(await gone).toEqual([null, 'SIGKILL']);
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
};

it('leaves an approved action that the next worker runs, once', { timeout: 60_000 }, async () => {
  const { id, conversationId } = await approvedAndLeft();
  await killInTheMiddle(conversationId);
  expect(await prisma.action.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'approved' });
  expect(await credits()).toEqual([]);

  next = await startWorker({ databaseUrl: database.url });
  const stateNow = async () => (await prisma.action.findUniqueOrThrow({ where: { id } })).state;
  await expect.poll(stateNow, { timeout: 30_000 }).toBe('done');
  expect(await credits()).toMatchObject([{ actionId: id, amountMinor: 900, reversedAt: null }]);
  const { number } = await prisma.receipt.findUniqueOrThrow({ where: { actionId: id } });
  const turns = await prisma.turn.findMany({ where: { conversationId, text: { contains: number } } });
  expect(turns).toHaveLength(1);
  const chain = await prisma.auditEntry.findMany({ where: { resource: id } });
  expect(chain.map(({ action }) => action)).toEqual(['action.done']);
  expect(errors).toEqual([]);
});

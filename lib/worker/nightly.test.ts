import { PgBoss } from 'pg-boss';
import { afterAll, expect, it } from 'vitest';
import { openQueue } from '@/lib/jobs/queue';
import { promoteModel } from '@/lib/use-cases/promote-model';
import { testDesk } from '@/lib/use-cases/testing/desk';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import { cancelOutcomes } from '@/prisma/seed/history/cancel-outcomes';
import { startNightly } from './nightly';

const errors: Error[] = [];
const desk = await testDesk();
const { prisma, database } = desk;
const jobs = await openQueue(database.url, 'work', (error) => errors.push(error));
await startNightly(jobs);
/** The clock's part: puts the job in the queue. */
const clock = new PgBoss({ connectionString: database.url, supervise: false, schedule: false, max: 1 });
await clock.start();
afterAll(async () => {
  await clock.stop();
  await jobs.stop();
});

it('is in the timetable, at two and at six by UTC', async () => {
  const { rows } = await database.pool.query(
    `SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name`,
  );
  expect(rows).toEqual([
    { name: 'score-everyone', cron: '0 6 * * *', timezone: 'UTC' },
    { name: 'train-cancel-risk', cron: '0 2 * * *', timezone: 'UTC' },
  ]);
});

it('learns a candidate, and scores everyone once somebody has put it in force', {
  timeout: 60_000,
}, async () => {
  await prisma.cancelOutcome.createMany({ data: cancelOutcomes(new Date()) });
  await makeCustomer(prisma);
  await clock.send('train-cancel-risk', {});
  await expect.poll(() => prisma.modelVersion.count(), { timeout: 40_000 }).toBe(1);
  expect(await prisma.modelVersion.count({ where: { state: 'live' } })).toBe(0);
  await promoteModel(await desk.signIn('admin'), { model: 'cancel-risk' });
  await clock.send('score-everyone', {});
  await expect.poll(() => prisma.riskScore.count(), { timeout: 40_000 }).toBe(1);
  expect(errors).toEqual([]);
});

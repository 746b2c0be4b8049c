import { describe, expect, it } from 'vitest';
import { literalModels } from '@/lib/assist/testing/literal-models';
import { claimRun, loadSteps } from '@/lib/db/runs';
import { processRun } from './process-run';
import { testDesk } from './testing/desk';
import { cueOf, customerWrites } from './testing/says';
import { waitingModels } from './testing/waiting-models';

/** Machines that test are busy; what is waited for comes, but not always within a second. */
const patiently = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 });

const desk = await testDesk();
const { prisma } = desk;
await desk.signIn();

const NEVER = new AbortController().signal;
const newestRun = (conversationId: string) =>
  prisma.run.findFirstOrThrow({ where: { conversationId }, orderBy: { acceptedAt: 'desc' } });
const letLeaseRunOut = (id: string) =>
  prisma.run.update({ where: { id }, data: { leaseUntil: new Date(Date.now() - 1000) } });

/** A worker that dies in `summariseHandoff`, as far as the database can tell: its claim stands and its lease runs out. */
const diesWhilePacking = async (conversationId: string) => {
  const run = await newestRun(conversationId);
  const { models, reached } = waitingModels('summariseHandoff');
  desk.answerWith(models);
  void processRun(run.id, NEVER);
  await reached;
  await patiently(async () => (await loadSteps(prisma, run.id)).length).toBe(5);
  await letLeaseRunOut(run.id);
  return { run, models };
};

describe('a worker that dies', () => {
  it('is replaced when its lease is over, and no finished step is asked again', async () => {
    const id = await customerWrites();
    const { run, models } = await diesWhilePacking(id);
    expect(models.calls.toSorted()).toEqual(['draftResolution', 'summariseHandoff', 'triage']);
    const heir = literalModels();
    desk.answerWith(heir);
    await processRun(run.id, NEVER);
    expect(heir.calls).toEqual(['summariseHandoff']);
    expect(await newestRun(id)).toMatchObject({ state: 'done', fence: 2 });
    expect(await prisma.cue.count({ where: { conversationId: id } })).toBe(5);
  });

  it('and wakes late is refused: what its heir stored stays', async () => {
    const id = await customerWrites();
    const run = await newestRun(id);
    const { models, reached, go } = waitingModels('triage');
    desk.answerWith(models);
    const late = processRun(run.id, NEVER);
    await reached;
    await letLeaseRunOut(run.id);
    desk.answerWith(literalModels({ intents: [{ id: 'technical.slow-internet', confidence: 0.8 }] }));
    await processRun(run.id, NEVER);
    go();
    await late;
    expect(await newestRun(id)).toMatchObject({ state: 'done', fence: 2 });
    expect(await prisma.cue.count({ where: { conversationId: id } })).toBe(5);
    expect((await cueOf(desk, id, 'triage')).payload).toMatchObject({
      triage: { intent: { id: 'technical.slow-internet' } },
    });
  });

  it('is not replaced while its lease holds', async () => {
    const id = await customerWrites();
    const run = await newestRun(id);
    await claimRun(prisma, run.id);
    const models = literalModels();
    desk.answerWith(models);
    await processRun(run.id, NEVER);
    expect(models.calls).toEqual([]);
  });
});

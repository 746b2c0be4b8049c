import { beforeEach, describe, expect, it } from 'vitest';
import { makeConversation } from '@/prisma/seed/builders/conversation';
import { RULES, type StepRecord } from '../domain/run';
import {
  claimRun,
  finishRun,
  holdRun,
  loadSteps,
  queueRun,
  renewLease,
  storeSteps,
  strandedRuns,
} from './runs';
import { testDatabase } from './testing';

const { prisma } = await testDatabase();

let conversationId = '';
beforeEach(async () => {
  await prisma.run.deleteMany();
  conversationId = (await makeConversation(prisma)).id;
});

const queue = (turnSeq = 1, at = new Date()) =>
  prisma.$transaction((tx) => queueRun(tx, { conversationId, trigger: 'customer-turn', turnSeq }, at));
const claimed = async (id: string) => {
  const run = await claimRun(prisma, id);
  if (!run) throw new Error('not claimed');
  return run;
};
const leaseOver = (id: string) =>
  prisma.run.update({ where: { id }, data: { leaseUntil: new Date(Date.now() - 1) } });
const done = { state: 'done', outcome: 'suggest', error: null, agentVersionId: null } as const;

describe('a claim', () => {
  it('is given to one of many', async () => {
    const id = await queue();
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimRun(prisma, id)));
    expect(claims.filter((claim) => claim !== null)).toMatchObject([
      { id, conversationId, trigger: 'customer-turn', turnSeq: 1, fence: 1 },
    ]);
  });

  it('passes on when its lease is over, with a higher fence, and the old holder can write nothing', async () => {
    const id = await queue();
    const old = await claimed(id);
    expect(await claimRun(prisma, id)).toBeNull();
    await leaseOver(id);
    const heir = await claimed(id);
    expect(heir.fence).toBe(old.fence + 1);
    expect(await renewLease(prisma, old)).toBe(false);
    expect(await prisma.$transaction((tx) => holdRun(tx, old))).toBe(false);
    await prisma.$transaction((tx) => finishRun(tx, old, done));
    expect(await prisma.run.findUnique({ where: { id } })).toMatchObject({
      state: 'running',
      fence: heir.fence,
    });
    expect(await prisma.$transaction((tx) => holdRun(tx, heir))).toBe(true);
  });

  it('lasts as long as it is renewed', async () => {
    const id = await queue();
    const run = await claimed(id);
    await leaseOver(id);
    expect(await renewLease(prisma, run)).toBe(true);
    expect(await claimRun(prisma, id)).toBeNull();
  });

  it('is not given for a run that is over', async () => {
    const id = await queue();
    const run = await claimed(id);
    await prisma.$transaction((tx) => finishRun(tx, run, done));
    expect(await claimRun(prisma, id)).toBeNull();
    expect(await claimRun(prisma, 'run_000000000000000000000000')).toBeNull();
  });
});

describe('a newer run', () => {
  it('supersedes what waits and what runs, of its own conversation only', async () => {
    const other = conversationId;
    const kept = await queue();
    conversationId = (await makeConversation(prisma)).id;
    const [first, second] = [await queue(1), await queue(2)];
    const running = await claimed(second);
    const third = await queue(3);
    const states = async (id: string) => (await prisma.run.findUniqueOrThrow({ where: { id } })).state;
    expect([await states(first), await states(second), await states(third)]).toEqual([
      'superseded',
      'superseded',
      'queued',
    ]);
    expect(await prisma.$transaction((tx) => holdRun(tx, running))).toBe(false);
    expect(await renewLease(prisma, running)).toBe(false);
    expect(await states(kept)).toBe('queued');
    expect(other).not.toBe(conversationId);
  });

  it('is kept from running beside another by the database itself', async () => {
    const running = await claimed(await queue());
    const row = { conversationId, trigger: 'customer-turn', turnSeq: 2, acceptedAt: new Date() };
    await prisma.run.create({ data: { ...row, id: 'run_second', state: 'queued' } });
    await expect(claimRun(prisma, 'run_second')).rejects.toThrow();
    expect(await prisma.run.findUnique({ where: { id: running.id } })).toMatchObject({ state: 'running' });
  });
});

describe('a stranded run', () => {
  it('waits too long or lost its worker, the oldest first', async () => {
    const lost = await queue();
    await claimed(lost);
    await leaseOver(lost);
    conversationId = (await makeConversation(prisma)).id;
    const forgotten = await queue(1, new Date(Date.now() - 60_000));
    conversationId = (await makeConversation(prisma)).id;
    await queue();
    conversationId = (await makeConversation(prisma)).id;
    await claimed(await queue(1, new Date(Date.now() - 60_000)));
    expect(await strandedRuns(prisma, 10)).toEqual([forgotten, lost]);
    expect(await strandedRuns(prisma, 1)).toEqual([forgotten]);
  });
});

describe('steps', () => {
  const step = (output: unknown): StepRecord => ({
    step: 'triage',
    inputHash: 'h',
    output,
    use: RULES,
    latencyMs: 1.25,
    at: '2027-03-10T18:00:00.000Z',
  });

  it('come back as they were stored, and a step that is there stays', async () => {
    const id = await queue();
    await storeSteps(prisma, id, [step({ first: true, text: 'ñ 👍' })]);
    await storeSteps(prisma, id, [step({ first: false })]);
    expect(await loadSteps(prisma, id)).toEqual([step({ first: true, text: 'ñ 👍' })]);
  });
});

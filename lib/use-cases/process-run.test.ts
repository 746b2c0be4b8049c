import { beforeEach, describe, expect, it } from 'vitest';
import { literalModels, OPINIONS } from '@/lib/assist/testing/literal-models';
import { claimRun, loadSteps } from '@/lib/db/runs';
import { listCues } from './list-cues';
import { processRun } from './process-run';
import { receiveMessage } from './receive-message';
import { testDesk } from './testing/desk';
import { cueOf, customerWrites, intake, message, openCase, writesAgain } from './testing/says';
import { sendReply } from './send-reply';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn();
beforeEach(() => desk.answerWith(literalModels()));

const NEVER = new AbortController().signal;
const runsOf = (conversationId: string) => prisma.run.findMany({ where: { conversationId }, orderBy: { acceptedAt: 'asc' } });
const newestRun = async (conversationId: string) => {
  const run = (await runsOf(conversationId)).at(-1);
  if (!run) throw new Error('no run');
  return run;
};
const letLeaseRunOut = (id: string) => prisma.run.update({ where: { id }, data: { leaseUntil: new Date(Date.now() - 1000) } });

/** An engine that waits in one port until it is let go; `reached` tells that it does. */
const waiting = (port: 'triage' | 'summariseHandoff') => {
  let go = () => {};
  let here = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    here = resolve;
  });
  const plain = literalModels();
  const models = literalModels({}, { [port]: async (...args: unknown[]) => {
    here();
    await gate;
    return (plain[port] as (...given: unknown[]) => unknown)(...args);
  } });
  return { models, reached, go: () => go() };
};

/** A worker that dies in `summariseHandoff`, as far as the database can tell: its claim stands and its lease runs out. */
const diesWhilePacking = async (conversationId: string) => {
  const run = await newestRun(conversationId);
  const { models, reached } = waiting('summariseHandoff');
  desk.answerWith(models);
  void processRun(run.id, NEVER);
  await reached;
  await expect.poll(async () => (await loadSteps(prisma, run.id)).length).toBe(5);
  await letLeaseRunOut(run.id);
  return { run, models };
};

describe('a run', () => {
  it('makes the cues, the packet and the line of the queue, names its version and tells consoles', async () => {
    const id = await customerWrites();
    await desk.workOff();
    expect(await newestRun(id)).toMatchObject({ state: 'done', agentVersionId: 'literal', fence: 1, leaseUntil: null });
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({ intent: 'billing.bill-explanation' });
    expect(await prisma.handoffPacket.count({ where: { conversationId: id } })).toBe(1);
    const { cues, run } = await listCues(rep, { params: { id } });
    expect(cues.map(({ payload }) => payload.kind).toSorted()).toEqual(['escalation', 'handoff', 'passages', 'resolution', 'triage']);
    expect(run).toMatchObject({ state: 'done' });
    const [event] = await prisma.event.findMany({ where: { conversationId: id, kind: 'cues.stored' } });
    expect((event?.payload as { cues: unknown[] }).cues).toHaveLength(5);
  });

  it('is worked off once, however many workers are woken', async () => {
    const models = literalModels();
    desk.answerWith(models);
    const id = await customerWrites();
    const run = await newestRun(id);
    await Promise.all(Array.from({ length: 8 }, () => processRun(run.id, NEVER)));
    expect(models.calls.toSorted()).toEqual(['draftResolution', 'summariseHandoff', 'triage']);
    expect(await prisma.cue.count({ where: { conversationId: id } })).toBe(5);
  });

  it('that fails is marked, says so, and the next turn starts afresh', async () => {
    desk.answerWith(literalModels({}, { triage: () => Promise.reject(new Error('the engine fell over')) }));
    const id = await customerWrites();
    await desk.workOff();
    expect(await newestRun(id)).toMatchObject({ state: 'failed', error: 'the engine fell over', leaseUntil: null });
    const events = await prisma.event.findMany({ where: { conversationId: id, kind: 'run.changed' }, orderBy: { id: 'asc' } });
    expect(events.map(({ payload }) => (payload as { state: string }).state)).toEqual(['queued', 'failed']);
    desk.answerWith(literalModels());
    await writesAgain(desk, id, 'anybody?');
    await desk.workOff();
    expect(await newestRun(id)).toMatchObject({ state: 'done' });
  });

  it('keeps the question that no article answers, once per intent', async () => {
    desk.answerWith(literalModels({ resolution: { ...OPINIONS.resolution, abstain: 'no article' } }));
    await customerWrites('what is a frobnicator?');
    await desk.workOff();
    await customerWrites('what are frobnicators?');
    await desk.workOff();
    expect(await prisma.knowledgeGap.findMany()).toMatchObject([{ intent: 'billing.bill-explanation', count: 2, sample: 'what are frobnicators?' }]);
  });
});

describe('a newer turn', () => {
  it('supersedes what runs: its late answer is stored nowhere', async () => {
    const id = await customerWrites();
    const old = await newestRun(id);
    const { models, reached, go } = waiting('triage');
    desk.answerWith(models);
    const late = processRun(old.id, NEVER);
    await reached;
    await writesAgain(desk, id, 'and my phone is dead');
    desk.answerWith(literalModels({ intents: [{ id: 'technical.mobile-problem', confidence: 0.9 }] }));
    await desk.workOff();
    go();
    await late;
    expect((await runsOf(id)).map(({ state }) => state)).toEqual(['superseded', 'done']);
    expect((await cueOf(desk, id, 'triage')).runId).toBe((await newestRun(id)).id);
    expect(await prisma.cue.count({ where: { runId: old.id } })).toBe(0);
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({ intent: 'technical.mobile-problem' });
  });

  it('stops it where it is, without a mark of failure', async () => {
    const id = await customerWrites();
    const old = await newestRun(id);
    const superseded = new AbortController();
    const { models, reached, go } = waiting('triage');
    desk.answerWith(models);
    const late = processRun(old.id, superseded.signal);
    await reached;
    await writesAgain(desk, id, 'hello?');
    superseded.abort(new Error('superseded'));
    go();
    await late;
    expect(models.calls).toEqual(['triage']);
    expect((await runsOf(id)).map(({ state }) => state)).toEqual(['superseded', 'queued']);
  });

  it('at the moment when cues are stored leaves no deadlock, and one of the two orders', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await customerWrites();
      await desk.workOff();
      await writesAgain(desk, id, 'one');
      const run = await newestRun(id);
      await Promise.all([processRun(run.id, NEVER), writesAgain(desk, id, 'two'), writesAgain(desk, id, 'three')]);
      expect((await newestRun(id)).state).toBe('queued');
      expect(await prisma.turn.count({ where: { conversationId: id } })).toBe(4);
    }
  });

  it('of many customers at once leaves one run each waiting', async () => {
    const from = { email: 'many@example.com' };
    const [first] = await Promise.all(Array.from({ length: 20 }, (_, n) => receiveMessage(intake, { body: message({ from, text: `message ${n}` }) })));
    const states = (await runsOf(first?.conversationId ?? '')).map(({ state }) => state);
    expect(states.filter((state) => state === 'queued')).toHaveLength(1);
    expect(states.filter((state) => state === 'superseded')).toHaveLength(19);
  });
});

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
    const { models, reached, go } = waiting('triage');
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
    expect((await cueOf(desk, id, 'triage')).payload).toMatchObject({ triage: { intent: { id: 'technical.slow-internet' } } });
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

describe('a reply', () => {
  const reply = (id: string, text: string) =>
    sendReply(rep, { params: { id }, body: { text, cueId: null, clientId: crypto.randomUUID() } });

  it('asks no engine about the customer again, keeps the packet current and suggests nothing', async () => {
    const id = await openCase(desk, rep);
    const models = literalModels();
    desk.answerWith(models);
    await reply(id, 'I am looking at your bill.');
    await desk.workOff();
    expect(models.calls).toEqual(['summariseHandoff']);
    expect(await cueOf(desk, id, 'resolution')).toMatchObject({ state: 'withdrawn' });
    expect(await prisma.handoffPacket.count({ where: { conversationId: id } })).toBe(2);
  });

  it('faster than the cues leaves no message unread: a hard trigger in it still fires', async () => {
    const id = await openCase(desk, rep);
    await writesAgain(desk, id, 'you will hear from my lawyer');
    await reply(id, 'One moment please.');
    await desk.workOff();
    expect((await runsOf(id)).map(({ state, trigger }) => [trigger, state]).slice(-2)).toEqual([['customer-turn', 'superseded'], ['rep-turn', 'done']]);
    expect(JSON.stringify((await cueOf(desk, id, 'escalation')).payload)).toContain('legal-language');
    expect(await cueOf(desk, id, 'resolution')).toMatchObject({ state: 'withdrawn' });
  });

  it('before the customer ever wrote makes no cues and no failure', async () => {
    const { conversationId } = await receiveMessage(intake, { body: message({ role: 'rep', from: { externalId: 'outbound' }, text: 'We tried to call you.' }) });
    await desk.workOff();
    expect(await newestRun(conversationId)).toMatchObject({ state: 'done' });
    expect(await prisma.cue.count({ where: { conversationId } })).toBe(0);
  });
});

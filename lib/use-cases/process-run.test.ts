import { beforeEach, describe, expect, it } from 'vitest';
import { literalModels, OPINIONS } from '@/lib/assist/testing/literal-models';
import { listCues } from './list-cues';
import { processRun } from './process-run';
import { receiveMessage } from './receive-message';
import { sendReply } from './send-reply';
import { takeConversation } from './take-conversation';
import { testDesk } from './testing/desk';
import { cueOf, customerWrites, intake, message, openCase, writesAgain } from './testing/says';
import { waitingModels } from './testing/waiting-models';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn();
beforeEach(() => desk.answerWith(literalModels()));

const NEVER = new AbortController().signal;
const runsOf = (conversationId: string) =>
  prisma.run.findMany({ where: { conversationId }, orderBy: { acceptedAt: 'asc' } });
const newestRun = async (conversationId: string) => {
  const run = (await runsOf(conversationId)).at(-1);
  if (!run) throw new Error('no run');
  return run;
};

describe('a run', () => {
  it('makes the cues, the packet and the line of the queue, names its version and tells consoles', async () => {
    const id = await customerWrites();
    await desk.workOff();
    expect(await newestRun(id)).toMatchObject({
      state: 'done',
      agentVersionId: 'literal',
      fence: 1,
      leaseUntil: null,
    });
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({
      intent: 'billing.bill-explanation',
    });
    expect(await prisma.handoffPacket.count({ where: { conversationId: id } })).toBe(1);
    const { cues, run } = await listCues(rep, { params: { id } });
    expect(cues.map(({ payload }) => payload.kind).toSorted()).toEqual([
      'escalation',
      'handoff',
      'passages',
      'resolution',
      'triage',
    ]);
    expect(run).toMatchObject({ state: 'done' });
    const [event] = await prisma.event.findMany({ where: { conversationId: id, kind: 'cues.stored' } });
    expect(event?.payload).toHaveProperty('cues.length', 5);
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

  it('moves the conversation to the queue of its intent while nobody has it, and not once someone does', async () => {
    desk.answerWith(literalModels({ intents: [{ id: 'technical.slow-internet', confidence: 0.9 }] }));
    const id = await customerWrites();
    await desk.workOff();
    const queue = async () => (await prisma.conversation.findUniqueOrThrow({ where: { id } })).queueId;
    expect(await queue()).toBe('technical');
    await takeConversation(rep, { params: { id }, body: { from: null } });
    desk.answerWith(literalModels());
    await writesAgain(desk, id, 'and my bill');
    await desk.workOff();
    expect(await queue()).toBe('technical');
  });

  it('that fails is marked, says so, and the next turn starts afresh', async () => {
    desk.answerWith(literalModels({}, { triage: () => Promise.reject(new Error('the engine fell over')) }));
    const id = await customerWrites();
    await desk.workOff();
    expect(await newestRun(id)).toMatchObject({
      state: 'failed',
      error: 'the engine fell over',
      leaseUntil: null,
    });
    const events = await prisma.event.findMany({
      where: { conversationId: id, kind: 'run.changed' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ payload }) => (payload as { state: string }).state)).toEqual(['queued', 'failed']);
    desk.answerWith(literalModels());
    await writesAgain(desk, id, 'anybody?');
    await desk.workOff();
    expect(await newestRun(id)).toMatchObject({ state: 'done' });
  });

  it('keeps the question that no article answers, once for wordings that are alike', async () => {
    desk.answerWith(literalModels({ resolution: { ...OPINIONS.resolution, abstain: 'no article' } }));
    await customerWrites('what is a frobnicator?');
    await desk.workOff();
    await customerWrites('what are frobnicators?');
    await desk.workOff();
    expect(
      await prisma.knowledgeGap.findMany({ where: { sample: { contains: 'frobnicator' } } }),
    ).toMatchObject([{ intent: 'billing.bill-explanation', count: 2, sample: 'what are frobnicators?' }]);
  });
});

describe('a newer turn', () => {
  it('supersedes what runs: its late answer is stored nowhere', async () => {
    const id = await customerWrites();
    const old = await newestRun(id);
    const { models, reached, go } = waitingModels('triage');
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
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({
      intent: 'technical.mobile-problem',
    });
  });

  it('stops it where it is, without a mark of failure', async () => {
    const id = await customerWrites();
    const old = await newestRun(id);
    const superseded = new AbortController();
    const { models, reached, go } = waitingModels('triage');
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
      await Promise.all([
        processRun(run.id, NEVER),
        writesAgain(desk, id, 'two'),
        writesAgain(desk, id, 'three'),
      ]);
      expect((await newestRun(id)).state).toBe('queued');
      expect(await prisma.turn.count({ where: { conversationId: id } })).toBe(4);
    }
  });

  it('of many customers at once leaves one run each waiting', async () => {
    const from = { email: 'many@example.com' };
    const [first] = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        receiveMessage(intake, { body: message({ from, text: `message ${n}` }) }),
      ),
    );
    const states = (await runsOf(first?.conversationId ?? '')).map(({ state }) => state);
    expect(states.filter((state) => state === 'queued')).toHaveLength(1);
    expect(states.filter((state) => state === 'superseded')).toHaveLength(19);
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
    expect((await runsOf(id)).map(({ state, trigger }) => [trigger, state]).slice(-2)).toEqual([
      ['customer-turn', 'superseded'],
      ['rep-turn', 'done'],
    ]);
    expect(JSON.stringify((await cueOf(desk, id, 'escalation')).payload)).toContain('legal-language');
    expect(await cueOf(desk, id, 'resolution')).toMatchObject({ state: 'withdrawn' });
  });

  it('before the customer ever wrote makes no cues and no failure', async () => {
    const { conversationId } = await receiveMessage(intake, {
      body: message({ role: 'rep', from: { externalId: 'outbound' }, text: 'We tried to call you.' }),
    });
    await desk.workOff();
    expect(await newestRun(conversationId)).toMatchObject({ state: 'done' });
    expect(await prisma.cue.count({ where: { conversationId } })).toBe(0);
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finishWrapUp } from './finish-wrap-up';
import { receiveMessage } from './receive-message';
import { startWrapUp } from './start-wrap-up';
import { takeConversation } from './take-conversation';
import { testDesk } from './testing/desk';
import { refusal } from './testing/refusal';
import { rowCounts } from './testing/row-counts';
import { customerWrites, intake, message } from './testing/says';

const desk = await testDesk();
const { prisma } = desk;

const receive = (more: Parameters<typeof message>[0] = {}) => receiveMessage(intake, { body: message(more) });

const counts = () => rowCounts(desk);

// The organisation stands before the first message.
await desk.signIn();

describe('a message', () => {
  it('is stored once with its run, its event and its place in the queue', async () => {
    const { conversationId, seq, duplicate } = await receive({
      from: { email: 'one@example.com', name: 'One' },
    });
    expect({ seq, duplicate }).toEqual({ seq: 1, duplicate: false });
    const conversation = await prisma.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      include: { runs: true },
    });
    expect(conversation).toMatchObject({
      queueId: 'general',
      turnCount: 1,
      customerTurnCount: 1,
      state: 'open',
    });
    expect(conversation.dueAt?.getTime()).toBe((conversation.waitingSince?.getTime() ?? 0) + 90_000);
    expect(conversation.runs).toMatchObject([{ state: 'queued', trigger: 'customer-turn', turnSeq: 1 }]);
    const kinds = await prisma.event.findMany({
      where: { conversationId },
      orderBy: { id: 'asc' },
      select: { kind: true },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual(['turn.added', 'run.changed', 'conversation.changed']);
  });

  it('changes nothing the second time and gets the first answer', async () => {
    const body = message({ from: { email: 'twice@example.com' } });
    const first = await receiveMessage(intake, { body });
    const before = await counts();
    expect(await receiveMessage(intake, { body })).toEqual({ ...first, duplicate: true });
    expect(await counts()).toEqual(before);
  });

  it('makes one turn when it comes 50 times at once', async () => {
    const body = message({ from: { email: 'fifty@example.com' } });
    const answers = await Promise.all(Array.from({ length: 50 }, () => receiveMessage(intake, { body })));
    expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(1);
    expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    const { conversationId } = answers[0] ?? { conversationId: '' };
    expect(await prisma.turn.count({ where: { conversationId } })).toBe(1);
    expect(await prisma.run.count({ where: { conversationId } })).toBe(1);
  });

  it('is refused with another body under the same id, and the same id is free on another channel', async () => {
    const externalId = randomUUID();
    const from = { email: 'other@example.com' };
    await receive({ externalId, from, text: 'one' });
    const before = await counts();
    expect(await refusal(receive({ externalId, from, text: 'two' }))).toMatchObject({
      code: 'conflict',
      problems: [{ path: 'externalId' }],
    });
    expect(await counts()).toEqual(before);
    expect(await receive({ externalId, from, text: 'two', channel: 'sms' })).toMatchObject({
      duplicate: false,
    });
  });

  it('is for those who may bring messages in', async () => {
    const nobody = { ...intake, scopes: [] };
    const rep = await desk.signIn();
    for (const actor of [nobody, rep])
      expect(await refusal(receiveMessage(actor, { body: message() }))).toMatchObject({ code: 'forbidden' });
  });
});

describe('the sender', () => {
  it('is found by mail address (case ignored), telephone or outside id, and is new otherwise', async () => {
    const { customerId } = await receive({
      from: { email: 'Maya.Ortiz@example.com', phone: '+14065550199', externalId: 'crm-1', name: 'Maya' },
    });
    for (const from of [
      { email: 'maya.ortiz@EXAMPLE.com' },
      { phone: '+14065550199' },
      { externalId: 'crm-1' },
    ]) {
      expect((await receive({ from })).customerId, JSON.stringify(from)).toBe(customerId);
    }
    expect((await receive({ from: { email: 'someone.else@example.com' } })).customerId).not.toBe(customerId);
  });

  it('gains no address by claiming one', async () => {
    const known = await receive({ from: { externalId: 'crm-2' } });
    await receive({ from: { externalId: 'crm-2', email: 'claimed@example.com' } });
    expect((await receive({ from: { email: 'claimed@example.com' } })).customerId).not.toBe(known.customerId);
  });

  it('is one customer with one conversation when the first messages come at once', async () => {
    const from = { email: 'rush@example.com', phone: '+14065550177' };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => receive({ from, text: `message ${n}` })),
    );
    expect(new Set(answers.map(({ customerId }) => customerId)).size).toBe(1);
    expect(new Set(answers.map(({ conversationId }) => conversationId)).size).toBe(1);
    expect(answers.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(answers.map((_, n) => n + 1));
    expect(await prisma.contactPoint.count({ where: { value: from.email } })).toBe(1);
    expect(await prisma.customer.count({ where: { name: from.email } })).toBe(1);
  });
});

describe('the conversation', () => {
  it('goes on per channel while it is open', async () => {
    const from = { email: 'threads@example.com' };
    const [first, second, mail] = [
      await receive({ from }),
      await receive({ from }),
      await receive({ from, channel: 'email' }),
    ];
    expect(second).toMatchObject({ conversationId: first.conversationId, seq: 2 });
    expect(mail.conversationId).not.toBe(first.conversationId);
    expect(mail.customerId).toBe(first.customerId);
  });

  it('follows the thread id of the sender, also when its first messages come at once', async () => {
    const from = { email: 'ids@example.com' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => receive({ from, conversation: n % 2 ? 'odd' : 'even' })),
    );
    expect(new Set(answers.map(({ conversationId }) => conversationId)).size).toBe(2);
    expect((await receive({ from, conversation: 'odd' })).conversationId).toBe(answers[1]?.conversationId);
  });

  it('that is closed opens again for its thread id, and a new one begins without', async () => {
    const rep = await desk.signIn();
    const id = await customerWrites();
    const { externalId, customerId } = await prisma.conversation.findUniqueOrThrow({ where: { id } });
    const [point] = await prisma.contactPoint.findMany({ where: { customerId } });
    await takeConversation(rep, { params: { id }, body: { from: null } });
    await startWrapUp(rep, { params: { id } });
    await finishWrapUp(rep, {
      params: { id },
      body: { disposition: ['billing', 'explained'], notes: '', followUp: null },
    });
    const from = { email: point?.value };
    expect((await receive({ from })).conversationId).not.toBe(id);
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({ state: 'closed' });
    expect((await receive({ from, conversation: externalId ?? '' })).conversationId).toBe(id);
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({
      state: 'open',
      closedAt: null,
    });
  });

  it('keeps its service-level clock from the first unanswered message, and a reply stops it', async () => {
    const conversation = randomUUID();
    const from = { email: 'clock@example.com' };
    const at = new Date(Date.now() - 60_000);
    const { conversationId: id } = await receive({ from, conversation, at: at.toISOString() });
    await receive({ from, conversation });
    expect((await prisma.conversation.findUniqueOrThrow({ where: { id } })).waitingSince).toEqual(at);
    await receive({ from, conversation, role: 'rep', text: 'on it' });
    expect(await prisma.conversation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      waitingSince: null,
      dueAt: null,
    });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { literalModels } from '@/lib/assist/testing/literal-models';
import { RULES } from '@/lib/domain/run';
import { finishWrapUp } from './finish-wrap-up';
import { getAccount } from './get-account';
import { getConversation } from './get-conversation';
import { startWrapUp } from './start-wrap-up';
import { takeConversation } from './take-conversation';
import { testDesk } from './testing/desk';
import { refusal } from './testing/refusal';
import { openCase, writesAgain } from './testing/says';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn();
const other = await desk.signIn();

let id = '';
beforeEach(async () => {
  desk.answerWith(literalModels());
  id = await openCase(desk, rep);
});

const end = (actor = rep) => startWrapUp(actor, { params: { id } });
const file = (disposition: [string, string], notes = 'Explained.', actor = rep) =>
  finishWrapUp(actor, { params: { id }, body: { disposition, notes, followUp: null } });

describe('ending a contact', () => {
  it('closes it and drafts what it was about, from what this desk files', async () => {
    const { wrapUp } = await end();
    expect(wrapUp).toMatchObject({
      draft: { disposition: ['billing', 'explained'], notes: 'Explained the bill.' },
      finishedAt: null,
    });
    expect(wrapUp.dispositions).toEqual(desk.policies.dispositions);
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({
      state: 'closed',
      waitingSince: null,
      dueAt: null,
    });
    expect((await getConversation(rep, { params: { id } })).may).toMatchObject({
      reply: false,
      take: false,
      escalate: false,
      wrapUp: true,
    });
  });

  it('twice, one after the other or at once, gives the same wrap-up', async () => {
    const wrapUps = await Promise.all([end(), end(), end()]);
    wrapUps.push(await end());
    expect(new Set(wrapUps.map(({ wrapUp }) => wrapUp.startedAt)).size).toBe(1);
    expect(
      await prisma.turn.count({
        where: { conversationId: id, text: { contains: 'ended the conversation' } },
      }),
    ).toBe(1);
  });

  it('is for whoever has it', async () => {
    expect(await refusal(end(other))).toMatchObject({ code: 'forbidden' });
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({ state: 'open' });
  });
});

describe('filing', () => {
  it('keeps what was filed, tells the outcome, and counts as history', async () => {
    await end();
    await file(['billing', 'refund-sent']);
    expect(await prisma.wrapUp.findUnique({ where: { conversationId: id } })).toMatchObject({
      disposition: ['billing', 'refund-sent'],
      notes: 'Explained.',
      finishedById: rep.id,
    });
    const { account } = await getAccount(rep, { params: { id } });
    expect(account.history).toMatchObject([{ conversationId: id, outcome: 'refund-sent' }]);
  });

  it('again corrects it', async () => {
    await end();
    await file(['billing', 'refund-sent']);
    await file(['billing', 'fee-waived'], 'It was a fee.');
    expect(await prisma.wrapUp.findUnique({ where: { conversationId: id } })).toMatchObject({
      disposition: ['billing', 'fee-waived'],
      notes: 'It was a fee.',
    });
    expect(await prisma.auditEntry.count({ where: { resource: id, action: 'wrap-up' } })).toBe(2);
  });

  it.each<[string, string]>([
    ['billing', 'made-up'],
    ['made-up', 'explained'],
    ['technical', 'fee-waived'],
    ['constructor', 'name'],
    ['__proto__', 'x'],
  ])('under no disposition of this desk is refused: %s, %s', async (first, second) => {
    await end();
    expect(await refusal(file([first, second]))).toMatchObject({
      code: 'invalid',
      problems: [{ path: 'disposition' }],
    });
    expect(await prisma.wrapUp.findUnique({ where: { conversationId: id } })).toMatchObject({
      finishedAt: null,
      disposition: [],
    });
  });

  it('is refused before the contact has ended, and to others', async () => {
    expect(await refusal(file(['billing', 'explained']))).toMatchObject({ code: 'not_found' });
    await end();
    expect(await refusal(file(['billing', 'explained'], '', other))).toMatchObject({ code: 'forbidden' });
  });
});

describe('a conversation that opens again', () => {
  it('is wrapped up anew: the draft is of this contact and waits to be filed', async () => {
    await end();
    await file(['billing', 'explained']);
    await writesAgain(desk, id, 'it happened again');
    const draft = {
      disposition: ['billing', 'credit-applied'] as [string, string],
      notes: 'Second contact.',
      followUp: null,
    };
    desk.answerWith(literalModels({}, { summariseWrapUp: async () => ({ value: draft, use: RULES }) }));
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({
      state: 'open',
      assigneeId: rep.id,
    });
    const { wrapUp } = await end();
    expect(wrapUp).toMatchObject({ draft, finishedAt: null });
  });

  it('can be taken by someone else, and only then ended by them', async () => {
    await end();
    await writesAgain(desk, id, 'hello again');
    await takeConversation(other, { params: { id }, body: { from: rep.id } });
    expect(await refusal(end(rep))).toMatchObject({ code: 'forbidden' });
    await end(other);
  });
});

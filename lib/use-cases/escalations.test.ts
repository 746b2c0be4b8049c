import { beforeEach, describe, expect, it } from 'vitest';
import { literalModels, OPINIONS } from '@/lib/assist/testing/literal-models';
import { acceptEscalation } from './accept-escalation';
import { addNote } from './add-note';
import { escalateConversation } from './escalate-conversation';
import { finishWrapUp } from './finish-wrap-up';
import { getConversation } from './get-conversation';
import { listEscalations } from './list-escalations';
import { returnEscalation } from './return-escalation';
import { sendReply } from './send-reply';
import { startWrapUp } from './start-wrap-up';
import { takeConversation } from './take-conversation';
import { testDesk } from './testing/desk';
import { outcomes, refusal } from './testing/refusal';
import { cueOf, customerWrites, openCase, writesAgain } from './testing/says';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
const [lead, second] = [
  await desk.signIn('lead', 'care', 'Dee Lead'),
  await desk.signIn('lead', 'care', 'Sam Lead'),
];
const farLead = await desk.signIn('lead', 'enterprise', 'Far Lead');

let id = '';
beforeEach(async () => {
  id = await openCase(desk, rep, 'I want to talk to a lawyer about my bill');
});

const escalate = (more: Partial<Parameters<typeof escalateConversation>[1]['body']> = {}, actor = rep) =>
  escalateConversation(actor, {
    params: { id },
    body: { queue: 'legal-desk', kind: 'immediate', note: '', ...more },
  });

const accept = (actor: typeof lead, escalationId: string) =>
  acceptEscalation(actor, { params: { id: escalationId } });
const sendBack = (actor: typeof lead, escalationId: string, why = 'Try a refund first') =>
  returnEscalation(actor, { params: { id: escalationId }, body: { why } });
const conversation = () => prisma.conversation.findUniqueOrThrow({ where: { id } });

describe('escalating', () => {
  it('hands over the packet and the reasons as they stand, and stays with the rep until a lead accepts', async () => {
    const { escalation } = await escalate({ note: 'Careful' });
    expect(escalation).toMatchObject({
      state: 'waiting',
      queue: 'legal-desk',
      kind: 'immediate',
      note: 'Careful',
      raisedBy: 'Robin Vance',
      decidedBy: null,
    });
    expect(escalation.packet.issue).toBe(OPINIONS.handoff.issue);
    expect(escalation.reasons.map(({ id: trigger }) => trigger)).toContain('legal-language');
    expect(Date.parse(escalation.dueAt) - Date.parse(escalation.raisedAt)).toBe(
      desk.policies.escalation.pick_up_minutes.immediate * 60_000,
    );
    expect(await conversation()).toMatchObject({ assigneeId: rep.id, queueId: 'billing' });
    expect((await getConversation(rep, { params: { id } })).row.escalation).toBe('waiting');
  });

  it('freezes the packet: what happens later is not in it', async () => {
    const { escalation } = await escalate();
    desk.answerWith(literalModels({ handoff: { ...OPINIONS.handoff, issue: 'Something new' } }));
    await writesAgain(desk, id, 'and another thing');
    await desk.workOff();
    desk.answerWith(literalModels());
    expect((await cueOf(desk, id, 'handoff')).payload).toMatchObject({ packet: { issue: 'Something new' } });
    const { escalations } = await listEscalations(lead, { query: { state: 'waiting' } });
    expect(escalations.find(({ id: known }) => known === escalation.id)?.packet.issue).toBe(
      OPINIONS.handoff.issue,
    );
  });

  it('is done once: of five at a time one goes through', async () => {
    expect(await outcomes(Array.from({ length: 5 }, () => escalate()))).toEqual({
      done: 1,
      refused: Array(4).fill('conflict'),
    });
    expect(await prisma.escalation.count({ where: { conversationId: id } })).toBe(1);
    expect(
      await prisma.turn.count({ where: { conversationId: id, text: { contains: 'escalated to' } } }),
    ).toBe(1);
  });

  it('is refused before there is a packet, to no known queue, and to whoever has not got the conversation', async () => {
    expect(await refusal(escalate({ queue: 'nowhere' }))).toMatchObject({
      code: 'invalid',
      problems: [{ path: 'queue' }],
    });
    expect(await refusal(escalate({}, lead))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(escalate({}, farLead))).toMatchObject({ code: 'not_found' });
    id = await customerWrites();
    await takeConversation(rep, { params: { id }, body: { from: null } });
    expect(await refusal(escalate())).toMatchObject({ code: 'conflict' });
    expect(await prisma.escalation.count({ where: { conversationId: id } })).toBe(0);
  });
});

describe('accepting', () => {
  it('moves the conversation into the lead’s hands and queue', async () => {
    const { escalation } = await escalate();
    await accept(lead, escalation.id);
    expect(await conversation()).toMatchObject({ assigneeId: lead.id, queueId: 'legal-desk' });
    expect(await prisma.escalation.findUnique({ where: { id: escalation.id } })).toMatchObject({
      state: 'accepted',
      decidedById: lead.id,
    });
    expect(
      await prisma.auditEntry.count({
        where: { resource: escalation.id, action: 'escalation.accepted', actorId: lead.id },
      }),
    ).toBe(1);
  });

  it('of two leads at once succeeds for one, and the other is told', async () => {
    for (let round = 0; round < 3; round++) {
      id = await openCase(desk, rep);
      const { escalation } = await escalate();
      expect(await outcomes([accept(lead, escalation.id), accept(second, escalation.id)])).toEqual({
        done: 1,
        refused: ['conflict'],
      });
      const { decidedById } = await prisma.escalation.findUniqueOrThrow({ where: { id: escalation.id } });
      expect((await conversation()).assigneeId).toBe(decidedById);
    }
  });

  it('and taking over at once wait for each other without a deadlock', async () => {
    const { escalation } = await escalate();
    const { done, refused } = await outcomes([
      accept(lead, escalation.id),
      takeConversation(second, { params: { id }, body: { from: rep.id } }),
    ]);
    expect(done + refused.filter((code) => code === 'conflict').length).toBe(2);
  });

  it('is for leads in whose scope it is', async () => {
    const { escalation } = await escalate();
    for (const role of ['rep', 'qa', 'admin'] as const)
      expect(await refusal(accept(await desk.signIn(role), escalation.id)), role).toMatchObject({
        code: 'forbidden',
      });
    expect(await refusal(accept(farLead, escalation.id))).toMatchObject({ code: 'not_found' });
    expect(await prisma.escalation.findUnique({ where: { id: escalation.id } })).toMatchObject({
      state: 'waiting',
      decidedById: null,
    });
  });

  it('opens a case again that the rep has ended meanwhile: the lead can reply in it', async () => {
    const { escalation } = await escalate();
    await startWrapUp(rep, { params: { id } });
    expect(await conversation()).toMatchObject({ state: 'closed' });
    expect(
      (await listEscalations(lead, { query: { state: 'waiting' } })).escalations.map((one) => one.id),
    ).toContain(escalation.id);
    await accept(lead, escalation.id);
    expect(await conversation()).toMatchObject({
      state: 'open',
      closedAt: null,
      assigneeId: lead.id,
      queueId: 'legal-desk',
    });
    const { turn } = await sendReply(lead, {
      params: { id },
      body: { text: 'I have your case now.', cueId: null, clientId: 'reopened' },
    });
    expect(turn).toMatchObject({ role: 'rep', authorId: lead.id });
    await startWrapUp(lead, { params: { id } });
    expect(await conversation()).toMatchObject({ state: 'closed' });
  });

  it('by another team moves it there; the screen offers it to those whose it is', async () => {
    const { escalation } = await escalate({ queue: 'enterprise-desk' });
    expect(await refusal(accept(lead, escalation.id))).toMatchObject({ code: 'not_found' });
    expect((await getConversation(lead, { params: { id } })).may.decideEscalation).toBe(false);
    await accept(farLead, escalation.id);
    expect(await conversation()).toMatchObject({ assigneeId: farLead.id, queueId: 'enterprise-desk' });
    expect(await refusal(getConversation(rep, { params: { id } }))).toMatchObject({ code: 'not_found' });
  });
});

describe('returning', () => {
  it('leaves the conversation with the rep and records why as a correction of the packet', async () => {
    const packet = await cueOf(desk, id, 'handoff');
    const { escalation } = await escalate();
    await sendBack(lead, escalation.id);
    expect(await conversation()).toMatchObject({ assigneeId: rep.id, queueId: 'billing' });
    expect(await prisma.correction.findMany({ where: { conversationId: id } })).toMatchObject([
      {
        kind: 'return',
        cueId: packet.id,
        runId: packet.runId,
        agentVersionId: 'literal',
        actorId: lead.id,
        body: { why: 'Try a refund first' },
      },
    ]);
    const { escalation: view } = await getConversation(rep, { params: { id } });
    expect(view).toMatchObject({
      state: 'returned',
      returnReason: 'Try a refund first',
      decidedBy: 'Dee Lead',
    });
  });

  it('leaves a case closed that the rep has ended meanwhile', async () => {
    const { escalation } = await escalate();
    await startWrapUp(rep, { params: { id } });
    await sendBack(lead, escalation.id);
    expect(await conversation()).toMatchObject({ state: 'closed', assigneeId: rep.id });
  });

  it('lets the rep escalate again, with the packet of that moment', async () => {
    const first = await escalate();
    await sendBack(lead, first.escalation.id);
    await addNote(rep, { params: { id }, body: { text: 'Refund was tried' } });
    const again = await escalate();
    expect(again.escalation.id).not.toBe(first.escalation.id);
    expect(await prisma.escalation.findUnique({ where: { id: first.escalation.id } })).toMatchObject({
      state: 'done',
    });
  });

  it('and accepting at once: one of them counts', async () => {
    const { escalation } = await escalate();
    expect(await outcomes([accept(lead, escalation.id), sendBack(second, escalation.id)])).toEqual({
      done: 1,
      refused: ['conflict'],
    });
    const { state } = await prisma.escalation.findUniqueOrThrow({ where: { id: escalation.id } });
    expect((await conversation()).assigneeId).toBe(state === 'accepted' ? lead.id : rep.id);
    expect(await prisma.correction.count({ where: { conversationId: id } })).toBe(
      state === 'accepted' ? 0 : 1,
    );
  });
});

describe('the list', () => {
  it('shows a team its own, what is due first on top, and reviewers everything', async () => {
    await prisma.escalation.deleteMany();
    const slow = await escalate({ kind: 'scheduled' });
    id = await openCase(desk, rep);
    const soon = await escalate({ kind: 'immediate' });
    id = await openCase(desk, rep);
    const far = await escalate({ queue: 'enterprise-desk' });
    const seen = async (actor: typeof lead) =>
      (await listEscalations(actor, { query: { state: 'waiting' } })).escalations.map((one) => one.id);
    expect(await seen(lead)).toEqual([soon.escalation.id, slow.escalation.id]);
    expect(await seen(farLead)).toEqual([far.escalation.id]);
    expect((await seen(await desk.signIn('qa'))).toSorted()).toEqual(
      [slow, soon, far].map(({ escalation }) => escalation.id).toSorted(),
    );
    expect(await refusal(seen(rep))).toMatchObject({ code: 'forbidden' });
  });

  it('closes an accepted one when the contact is wrapped up', async () => {
    const { escalation } = await escalate();
    await accept(lead, escalation.id);
    await startWrapUp(lead, { params: { id } });
    await finishWrapUp(lead, {
      params: { id },
      body: { disposition: ['general', 'escalated'], notes: '', followUp: null },
    });
    expect(await prisma.escalation.findUnique({ where: { id: escalation.id } })).toMatchObject({
      state: 'done',
    });
  });
});

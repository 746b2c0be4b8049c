import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { getConversation } from './get-conversation';
import { saveDraft } from './save-draft';
import { sendReply } from './send-reply';
import { startWrapUp } from './start-wrap-up';
import { takeConversation } from './take-conversation';
import { testDesk } from './testing/desk';
import { outcomes, refusal } from './testing/refusal';
import { cueOf, openCase } from './testing/says';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
const other = await desk.signIn('rep', 'care', 'Kim Other');

let id = '';
beforeEach(async () => {
  id = await openCase(desk, rep);
});

const reply = (text: string, more: { cueId?: string | null; clientId?: string; actor?: typeof rep } = {}) =>
  sendReply(more.actor ?? rep, {
    params: { id },
    body: { text, cueId: more.cueId ?? null, clientId: more.clientId ?? randomUUID() },
  });

const replies = () => prisma.turn.findMany({ where: { conversationId: id, role: 'rep', kind: 'message' } });
const draft = async () => (await getConversation(rep, { params: { id } })).draft;
const correctionsOf = () => prisma.correction.findMany({ where: { conversationId: id } });

describe('a reply', () => {
  it('goes out once, with its author, and the customer no longer waits', async () => {
    const { turn } = await reply('  I am on it.\u200b ');
    expect(turn).toMatchObject({
      role: 'rep',
      kind: 'message',
      text: 'I am on it.',
      authorId: rep.id,
      authorName: 'Robin Vance',
    });
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({
      waitingSince: null,
      dueAt: null,
      lastText: 'I am on it.',
    });
  });

  it('goes out once however often it is sent: 100 at once', async () => {
    const clientId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 100 }, () => reply('I am on it.', { clientId })));
    expect(new Set(answers.map(({ turn }) => turn.id)).size).toBe(1);
    expect(await replies()).toHaveLength(1);
  });

  it('conflicts with another reply under its id, here or in another conversation', async () => {
    const clientId = randomUUID();
    await reply('I am on it.', { clientId });
    expect(await refusal(reply('Something else.', { clientId }))).toMatchObject({
      code: 'conflict',
      problems: [{ path: 'clientId' }],
    });
    id = await openCase(desk, rep);
    expect(await refusal(reply('I am on it.', { clientId }))).toMatchObject({ code: 'conflict' });
    expect(await replies()).toHaveLength(0);
  });

  it('is for whoever has the conversation, while it is open', async () => {
    expect(await refusal(reply('Mine.', { actor: other }))).toMatchObject({ code: 'forbidden' });
    await startWrapUp(rep, { params: { id } });
    expect(await refusal(reply('Too late.'))).toMatchObject({ code: 'forbidden' });
    expect(await replies()).toHaveLength(0);
  });

  it.each(['closed', 'taken'])(
    'is refused when the conversation was %s while it was on its way',
    async (how) => {
      let sent: Promise<unknown> = Promise.resolve();
      await prisma.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM conversation WHERE id = ${id} FOR UPDATE`;
        sent = refusal(reply('On its way.'));
        await desk.blocked();
        await tx.conversation.update({
          where: { id },
          data: how === 'closed' ? { state: 'closed' } : { assigneeId: other.id },
        });
      });
      expect(await sent).toMatchObject({ code: 'forbidden' });
      expect(await replies()).toHaveLength(0);
    },
  );

  it('of two reps who take the conversation at once comes from the one who got it', async () => {
    const free = await openCase(desk, rep);
    await prisma.conversation.update({ where: { id: free }, data: { assigneeId: null } });
    const taken = await outcomes(
      [rep, other].map((actor) => takeConversation(actor, { params: { id: free }, body: { from: null } })),
    );
    expect(taken).toEqual({ done: 1, refused: ['conflict'] });
    // A click a moment later, made before the screen showed who has it, is told the same.
    const { assigneeId } = await prisma.conversation.findUniqueOrThrow({ where: { id: free } });
    const late = assigneeId === rep.id ? other : rep;
    expect(
      await refusal(takeConversation(late, { params: { id: free }, body: { from: null } })),
    ).toMatchObject({
      code: 'conflict',
    });
    id = free;
    expect(await outcomes([rep, other].map((actor) => reply('Hello.', { actor })))).toEqual({
      done: 1,
      refused: ['forbidden'],
    });
  });

  it.each(['\u200b', '\u200d', ' '])('without anything to read is refused: %j', async (text) => {
    expect(await refusal(reply(text))).toMatchObject({ code: 'invalid', problems: [{ path: 'text' }] });
  });
});

describe('a wording that a guardrail blocks', () => {
  it('does not go out, says why, and the draft stays', async () => {
    const text = 'You should sue the carrier.';
    await saveDraft(rep, { params: { id }, body: { text, cueId: null } });
    const refused = await refusal(reply(text));
    expect(refused).toMatchObject({ code: 'invalid', problems: [{ path: 'text' }] });
    expect(refused.userMessage).toContain('legal');
    expect(await replies()).toHaveLength(0);
    expect(await draft()).toEqual({ text, cueId: null });
  });

  it('leaves its id free for the better one', async () => {
    const clientId = randomUUID();
    await refusal(reply('You should sue the carrier.', { clientId }));
    await reply('Let me pass this on.', { clientId });
    expect(await replies()).toHaveLength(1);
    expect(await draft()).toEqual({ text: '', cueId: null });
  });
});

describe('the suggestion it began as', () => {
  it('counts as accepted when it was sent as it was', async () => {
    const cue = await cueOf(desk, id, 'resolution');
    const { reply: suggested } = cue.payload.resolution as { reply: string };
    await reply(suggested, { cueId: cue.id });
    expect(await correctionsOf()).toMatchObject([
      {
        kind: 'accept',
        cueId: cue.id,
        runId: cue.runId,
        agentVersionId: 'literal',
        actorId: rep.id,
        body: { text: suggested },
      },
    ]);
    const events = await prisma.cueEvent.findMany({ where: { cueId: cue.id } });
    expect(events.map(({ kind }) => kind)).toEqual(['sent']);
  });

  it('counts as edited when it was not, with how far it went', async () => {
    const cue = await cueOf(desk, id, 'resolution');
    const { reply: suggested } = cue.payload.resolution as { reply: string };
    const words = suggested.split(' ');
    await reply([...words.slice(0, -1), 'today.'].join(' '), { cueId: cue.id });
    const [edit] = await correctionsOf();
    expect(edit).toMatchObject({
      kind: 'edit',
      cueId: cue.id,
      runId: cue.runId,
      agentVersionId: 'literal',
      body: { before: suggested },
    });
    expect(edit?.body).toHaveProperty('distance', expect.closeTo(1 / words.length));
    const events = await prisma.cueEvent.findMany({ where: { cueId: cue.id } });
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['edited', 'sent']);
  });

  it('is recorded once when the reply is sent ten times', async () => {
    const cue = await cueOf(desk, id, 'resolution');
    const clientId = randomUUID();
    await Promise.all(
      Array.from({ length: 10 }, () => reply('Another wording.', { cueId: cue.id, clientId })),
    );
    expect(await correctionsOf()).toHaveLength(1);
  });

  it('is not recorded when it belongs to another conversation or does not exist', async () => {
    const foreign = await cueOf(desk, await openCase(desk, rep), 'resolution');
    await reply('Hello.', { cueId: foreign.id });
    await reply('Hello again.', { cueId: 'cue_000000000000000000000000' });
    expect(await correctionsOf()).toHaveLength(0);
    expect(await prisma.cueEvent.count({ where: { cueId: foreign.id } })).toBe(0);
  });

  it('is withdrawn with the reply, and consoles are told', async () => {
    const cue = await cueOf(desk, id, 'resolution');
    await reply('Hello.');
    expect(await prisma.cue.findUnique({ where: { id: cue.id } })).toMatchObject({ state: 'withdrawn' });
    expect(await prisma.event.count({ where: { conversationId: id, kind: 'cues.withdrawn' } })).toBe(1);
  });
});

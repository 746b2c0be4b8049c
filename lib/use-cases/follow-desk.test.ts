import { describe, expect, it } from 'vitest';
import { lastEventId } from '@/lib/db/events';
import type { UserActor } from '@/lib/domain/user';
import { acceptEscalation } from './accept-escalation';
import { addNote } from './add-note';
import { escalateConversation } from './escalate-conversation';
import { followChat } from './follow-chat';
import { type Followed, followDesk } from './follow-desk';
import { sayInChat } from './say-in-chat';
import { takeConversation } from './take-conversation';
import { tellPresence } from './tell-presence';
import { testDesk } from './testing/desk';
import { customerWrites, openCase } from './testing/says';

/** Machines that test are busy; what is waited for comes, but not always within a second. */
const patiently = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 });

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn();
const far = await desk.signIn('rep', 'enterprise');
const qa = await desk.signIn('qa', 'enterprise');

const following = async (actor: UserActor, after: bigint | null = null) => {
  const heard: Followed[] = [];
  const leave = await followDesk(actor, after, (followed) => heard.push(...followed));
  return { heard, leave };
};
const logged = async (after: bigint) =>
  (await prisma.event.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' } })).map(({ id }) => id);
const idsOf = (heard: Followed[]) => heard.flatMap(({ id }) => (id === null ? [] : [id]));
const settled = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('following the desk', () => {
  it('tells a team everything of its own in order, reviewers all, and another team nothing', async () => {
    const from = await lastEventId(prisma);
    const [ours, theirs, all] = [await following(rep), await following(far), await following(qa)];
    await Promise.all(Array.from({ length: 8 }, () => customerWrites()));
    const ids = await logged(from);
    expect(ids).toHaveLength(24);
    await patiently(() => idsOf(ours.heard)).toEqual(ids);
    await patiently(() => idsOf(all.heard)).toEqual(ids);
    expect(theirs.heard).toEqual([]);
    for (const { leave } of [ours, theirs, all]) leave();
  });

  it('goes on after the event a browser saw last, with nothing lost or twice', async () => {
    const from = await lastEventId(prisma);
    await customerWrites();
    const [first] = await logged(from);
    const resumed = await following(rep, first ?? 0n);
    await customerWrites();
    const ids = (await logged(from)).slice(1);
    await patiently(() => idsOf(resumed.heard)).toEqual(ids);
    resumed.leave();
    const before = resumed.heard.length;
    await customerWrites();
    await settled();
    expect(resumed.heard).toHaveLength(before);
  });

  it('tells what is kept nowhere to those in scope', async () => {
    const id = await openCase(desk, rep);
    const [ours, theirs] = [await following(rep), await following(far)];
    await tellPresence(rep, { params: { id }, body: { typing: true } });
    await patiently(() => ours.heard).toContainEqual({
      id: null,
      event: { kind: 'presence.changed', conversationId: id },
    });
    expect(theirs.heard).toEqual([]);
    for (const { leave } of [ours, theirs]) leave();
  });

  it('tells the team an escalation goes to, and tells the team it leaves that it is gone', async () => {
    const farLead = await desk.signIn('lead', 'enterprise');
    const id = await openCase(desk, rep);
    const [ours, theirs] = [await following(rep), await following(farLead)];
    const { escalation } = await escalateConversation(rep, {
      params: { id },
      body: { queue: 'enterprise-desk', kind: 'immediate', note: '' },
    });
    await patiently(() => theirs.heard.map(({ event }) => event)).toMatchObject([
      { kind: 'escalation.changed', escalation: { id: escalation.id, state: 'waiting' } },
    ]);
    ours.heard.length = 0;
    await acceptEscalation(farLead, { params: { id: escalation.id } });
    await patiently(() =>
      ours.heard.flatMap(({ event }) =>
        event.kind === 'conversation.changed' ? [event.row.assigneeId] : [],
      ),
    ).toContain(farLead.id);
    for (const { leave } of [ours, theirs]) leave();
  });
});

describe('following a chat', () => {
  it('hears its own messages and its state, never notes or events', async () => {
    const { token } = await sayInChat(null, { text: 'hello', clientId: crypto.randomUUID() });
    await sayInChat(null, { text: 'someone else', clientId: crypto.randomUUID() });
    const heard: unknown[] = [];
    const leave = await followChat(token, (event) => heard.push(event));
    const { conversationId: id } = await prisma.turn.findFirstOrThrow({ where: { text: 'hello' } });
    await takeConversation(rep, { params: { id }, body: { from: null } });
    await addNote(rep, { params: { id }, body: { text: 'between us' } });
    await sayInChat(token, { text: 'still there?', clientId: crypto.randomUUID() });
    await patiently(() => JSON.stringify(heard)).toContain('still there?');
    expect(JSON.stringify(heard)).not.toMatch(/between us|took the conversation|someone else/);
    leave?.();
  });

  it('opens nothing without a token that opens something', async () => {
    expect(await followChat('x'.repeat(32), () => undefined)).toBeNull();
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addNote } from './add-note';
import { PERSON_IS_COMING } from './chat-view';
import { getChat } from './get-chat';
import { sayInChat } from './say-in-chat';
import { sendReply } from './send-reply';
import { startWrapUp } from './start-wrap-up';
import { takeConversation } from './take-conversation';
import { testDesk } from './testing/desk';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');

const say = (token: string | null, text: string, clientId: string = randomUUID()) =>
  sayInChat(token, { text, clientId });

/** The only conversation that a text was said in. */
const conversationOf = async (text: string): Promise<string> => {
  const turns = await prisma.turn.findMany({
    where: { text, role: 'customer' },
    select: { conversationId: true },
  });
  const ids = new Set(turns.map(({ conversationId }) => conversationId));
  expect(ids.size, text).toBe(1);
  return [...ids].join();
};

describe('a chat', () => {
  it('opens with the first message and is found again by its token', async () => {
    const { token, message } = await sayInChat(null, {
      text: 'is anything down?',
      clientId: randomUUID(),
      name: 'Maya',
    });
    expect(message).toMatchObject({ seq: 1, from: 'customer', name: null, text: 'is anything down?' });
    await say(token, 'still nothing');
    expect((await getChat(token)).messages.map(({ text }) => text)).toEqual([
      'is anything down?',
      'still nothing',
    ]);
    expect(await prisma.customer.count({ where: { name: 'Maya' } })).toBe(1);
  });

  it('tells the rep, and nobody else, which mail address was given, once', async () => {
    const email = 'someone@example.com';
    const { token } = await sayInChat(null, { text: 'my address is known', clientId: randomUUID(), email });
    await sayInChat(token, { text: 'still me', clientId: randomUUID(), email });
    const conversationId = await conversationOf('my address is known');
    const notes = await prisma.turn.findMany({
      where: { conversationId, kind: 'note' },
      select: { text: true },
    });
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toContain(email);
    expect(JSON.stringify(await getChat(token))).not.toContain(email);
  });

  it('is nobody else’s: without its token, or with another, there is none', async () => {
    await say(null, 'secret words');
    for (const token of [null, 'x'.repeat(32)])
      expect(await getChat(token)).toEqual({ state: 'none', messages: [], personRequested: false });
  });

  it('never holds the token itself', async () => {
    const { token } = await say(null, 'where is my token');
    const { rows } = await desk.database.pool.query(
      `SELECT c::text FROM conversation c UNION ALL SELECT d::text FROM inbound_delivery d UNION ALL SELECT e::text FROM event e`,
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('hears a message once however often the browser sends it, the first one too', async () => {
    const first = randomUUID();
    const opened = await Promise.all(Array.from({ length: 10 }, () => say(null, 'sent ten times', first)));
    expect(new Set(opened.map(({ token }) => token)).size).toBe(1);
    const id = await conversationOf('sent ten times');
    const { token } = opened[0] ?? { token: null };
    const second = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => say(token, 'and this too', second)));
    expect(new Set(answers.map(({ message }) => message.seq))).toEqual(new Set([2]));
    expect(await prisma.turn.count({ where: { conversationId: id } })).toBe(2);
  });

  it('is one chat when several first messages of a browser come at once', async () => {
    const { token } = await say(null, 'a chat that was swept away');
    await prisma.conversation.deleteMany({
      where: { id: await conversationOf('a chat that was swept away') },
    });
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => say(token, `at once ${n}`)));
    expect(answers.map(({ message }) => message.seq).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives a typed mail address no customer of that name', async () => {
    await sayInChat(null, {
      text: 'I say I am Maya',
      clientId: randomUUID(),
      email: 'maya.real@example.com',
    });
    expect(await prisma.contactPoint.count({ where: { value: 'maya.real@example.com' } })).toBe(0);
  });

  it.each(['', ' \n ', '\u200b\u2060', '\u200d'])(
    'refuses a message without anything to read: %j',
    async (text) => {
      const before = await prisma.conversation.count();
      await expect(say(null, text)).rejects.toMatchObject({ code: 'invalid', problems: [{ path: 'text' }] });
      expect(await prisma.conversation.count()).toBe(before);
    },
  );

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    'javascript:alert(1)',
    '{{7*7}}',
  ])('returns %s as the text it is', async (payload) => {
    const { token, message } = await say(null, payload);
    expect(message.text).toBe(payload);
    expect((await getChat(token)).messages[0]?.text).toBe(payload);
  });
});

describe('asking for a person', () => {
  it.each(['0', 'human', 'let me speak to the manager'])('is acknowledged at once: %s', async (text) => {
    const { token, personRequested } = await say(null, text);
    expect(personRequested).toBe(true);
    const chat = await getChat(token);
    expect(chat.personRequested).toBe(true);
    expect(chat.messages.at(-1)).toMatchObject({ from: 'system', text: PERSON_IS_COMING });
  });

  it('is acknowledged once, also when it comes twice at the same time', async () => {
    const { token } = await say(null, 'hello there');
    await Promise.all([say(token, '0'), say(token, 'human'), say(token, 'agent')]);
    await say(token, 'operator');
    const { messages } = await getChat(token);
    expect(messages.filter(({ text }) => text === PERSON_IS_COMING)).toHaveLength(1);
  });

  it('is not read into other words', async () => {
    const { token, personRequested } = await say(null, 'my bill says 0 dollars');
    expect(personRequested).toBe(false);
    expect((await getChat(token)).messages).toHaveLength(1);
  });

  it('is raised to the desk: the pipeline escalates', async () => {
    await say(null, '0');
    await desk.workOff();
    const cue = await prisma.cue.findFirstOrThrow({ where: { kind: 'escalation' }, orderBy: { at: 'desc' } });
    expect(cue.payload).toMatchObject({ escalation: { decision: { escalate: true } } });
    expect(JSON.stringify(cue.payload)).toContain('human-requested');
  });
});

describe('what a customer sees', () => {
  it('is messages with a first name; notes, events and ids of people stay inside', async () => {
    const { token } = await say(null, 'what do you see?');
    const id = await conversationOf('what do you see?');
    await takeConversation(rep, { params: { id }, body: { from: null } });
    await addNote(rep, { params: { id }, body: { text: 'difficult caller, be careful' } });
    await sendReply(rep, {
      params: { id },
      body: { text: 'I can see your bill.', cueId: null, clientId: randomUUID() },
    });
    const chat = await getChat(token);
    expect(chat.messages).toMatchObject([
      { from: 'customer', text: 'what do you see?' },
      { from: 'rep', name: 'Robin', text: 'I can see your bill.' },
    ]);
    expect(JSON.stringify(chat)).not.toMatch(/careful|took the conversation|Vance|usr_/);
  });
});

describe('a chat that has ended', () => {
  const ended = async (text: string): Promise<{ token: string; id: string; clientId: string }> => {
    const clientId = randomUUID();
    const { token } = await say(null, text, clientId);
    const id = await conversationOf(text);
    await takeConversation(rep, { params: { id }, body: { from: null } });
    await startWrapUp(rep, { params: { id } });
    return { token, id, clientId };
  };

  it('shows that it has, takes nothing more, and what is said next begins a new one', async () => {
    const { token, id } = await ended('goodbye then');
    expect(await getChat(token)).toMatchObject({ state: 'closed', messages: [{ text: 'goodbye then' }] });
    const turns = await prisma.turn.count({ where: { conversationId: id } });
    const next = await say(token, 'one more thing');
    expect(next.token).not.toBe(token);
    expect(await conversationOf('one more thing')).not.toBe(id);
    expect(await prisma.turn.count({ where: { conversationId: id } })).toBe(turns);
  });

  it('answers a message it has already with what it has', async () => {
    const { token, id, clientId } = await ended('said before the end');
    const again = await say(token, 'said before the end', clientId);
    expect(again).toMatchObject({ token, message: { seq: 1 } });
    expect(await conversationOf('said before the end')).toBe(id);
  });

  it('conflicts with a message that was on its way while it ended', async () => {
    const { token } = await say(null, 'closing while I write');
    const id = await conversationOf('closing while I write');
    let arrived: Promise<unknown> = Promise.resolve();
    await prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM conversation WHERE id = ${id} FOR UPDATE`;
      arrived = say(token, 'too late').then(
        () => null,
        (thrown: unknown) => thrown,
      );
      await desk.blocked();
      await tx.conversation.update({ where: { id }, data: { state: 'closed', closedAt: new Date() } });
    });
    expect(await arrived).toMatchObject({ code: 'conflict' });
    expect(await prisma.turn.count({ where: { text: 'too late' } })).toBe(0);
  });
});

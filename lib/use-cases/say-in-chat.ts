import { createHmac } from 'node:crypto';
import type { ChatMessage } from '@/lib/contracts/chat';
import { AppError } from '@/lib/core/errors';
import { hashOf } from '@/lib/core/hash';
import { lockConversation } from '@/lib/db/conversations';
import { findOrCreateCustomer } from '@/lib/db/customers';
import { findDelivery, lockDelivery, recordDelivery } from '@/lib/db/deliveries';
import type { Tx } from '@/lib/db/handle';
import { openChat, type Thread, threadOfChat } from '@/lib/db/threads';
import { findTurn, messagesAfter } from '@/lib/db/turns';
import { findFlags } from '@/lib/detectors/flags';
import type { Turn } from '@/lib/domain/conversation';
import { env } from '@/lib/env';
import { acceptTurn } from './accept-turn';
import { chatMessage, PERSON_IS_COMING, personRequested } from './chat-view';
import { readableText } from './readable-text';
import { type Services, services } from './services';

interface Said {
  text: string;
  clientId: string;
  name?: string | undefined;
  email?: string | undefined;
}

/**
 * The token of a chat that begins with this message. Sending the message again, because the answer was lost, gets the same token and so
 * the same chat; nobody without our secret can work it out.
 */
const firstToken = (clientId: string): string =>
  createHmac('sha256', env().AUTH_SECRET ?? '')
    .update(`chat ${clientId}`)
    .digest()
    .subarray(0, 24)
    .toString('base64url');

const wantsPerson = (text: string, { policies }: Services): boolean =>
  text === '0' ||
  findFlags(text, policies.current().flags).some((raised) => raised.flag === 'human_requested');

const deliveryKey = (token: string, clientId: string) => ({
  channel: 'web-chat',
  externalId: `${hashOf(token).slice(0, 24)}:${clientId}`,
});

/** The token this message belongs to: that of a chat that goes on or has it already, or a new one, because an ended chat is not written to. */
const tokenFor = async ({ db }: Services, token: string | null, clientId: string): Promise<string> => {
  if (token === null) return firstToken(clientId);
  const thread = await db.$transaction((tx) => threadOfChat(tx, hashOf(token)));
  if (thread?.state !== 'closed') return token;
  const { channel, externalId } = deliveryKey(token, clientId);
  return (await findDelivery(db, channel, externalId)) ? token : firstToken(clientId);
};

const threadOf = async (tx: Tx, tokenHash: string, said: Said, now: Date): Promise<Thread> => {
  const known = await threadOfChat(tx, tokenHash);
  if (known) {
    const held = await lockConversation(tx, known.conversationId);
    if (held?.state === 'open') return known;
    throw new AppError('conflict', 'the chat was closed meanwhile', {
      userMessage: 'This chat has just ended. Send it again to begin a new one.',
    });
  }
  // A mail address typed into a public page proves nothing: the chat gets a customer of its own.
  const customer = await findOrCreateCustomer(tx, {
    externalId: `chat:${tokenHash.slice(0, 24)}`,
    name: said.name,
  });
  return openChat(tx, customer, tokenHash, now);
};

const asMessage = (turn: Turn): ChatMessage => {
  const message = chatMessage(turn);
  if (!message) throw new AppError('internal', 'a chat message is not a message');
  return message;
};

/**
 * A customer says something in the web chat; the first message opens it. Answers with the token the browser keeps. The same client id
 * again says nothing twice. Asking for a person is acknowledged at once and raised to the desk by the pipeline.
 */
export const sayInChat = async (
  token: string | null,
  said: Said,
): Promise<{ token: string; message: ChatMessage; personRequested: boolean }> => {
  const deps = await services();
  const text = readableText(said.text);
  const secret = await tokenFor(deps, token, said.clientId);
  const tokenHash = hashOf(secret);
  const key = deliveryKey(secret, said.clientId);
  const now = deps.clock.now();

  return deps.db.$transaction(async (tx) => {
    // One lock for the whole chat: its first messages at once open one, and a person is promised once.
    await lockDelivery(tx, key.channel, tokenHash);
    const before = await findDelivery(tx, key.channel, key.externalId);
    const earlier = before && (await findTurn(tx, before.turnId));
    if (before && earlier) {
      const turns = await messagesAfter(tx, before.conversationId, 0);
      return { token: secret, message: asMessage(earlier), personRequested: personRequested(turns) };
    }
    const thread = await threadOf(tx, tokenHash, said, now);
    const turns = await messagesAfter(tx, thread.conversationId, 0);
    const target = { channel: 'chat' as const, tier: thread.tier };
    const base = { conversationId: thread.conversationId, kind: 'message' as const, authorId: null, at: now };
    const turn = await acceptTurn(
      tx,
      deps,
      { ...base, role: 'customer', text, authorName: thread.customerName },
      target,
    );
    await recordDelivery(tx, {
      ...key,
      bodyHash: hashOf(text),
      turnId: turn.id,
      conversationId: thread.conversationId,
    });
    if (said.email && turns.length === 0) {
      const text = `They gave the mail address ${said.email}. Verify before you open that account.`;
      await acceptTurn(
        tx,
        deps,
        { ...base, role: 'system', kind: 'note', text, authorName: 'Web chat' },
        target,
      );
    }
    const asked = personRequested(turns);
    const asks = wantsPerson(text, deps);
    if (asks && !asked)
      await acceptTurn(
        tx,
        deps,
        { ...base, role: 'system', text: PERSON_IS_COMING, authorName: null },
        target,
      );
    return { token: secret, message: asMessage(turn), personRequested: asked || asks };
  });
};

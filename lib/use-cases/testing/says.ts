import { randomUUID } from 'node:crypto';
import type { ReceivedMessage } from '@/lib/contracts/messages';
import type { Actor, UserActor } from '@/lib/domain/user';
import { receiveMessage } from '../receive-message';
import { takeConversation } from '../take-conversation';
import type { Desk } from './desk';

/** The system that brings messages in. */
export const intake: Actor = {
  kind: 'service',
  id: 'apk_intake',
  name: 'intake',
  scopes: ['messages:write'],
};

/** A chat message of a customer known by mail address, or what `more` says. */
export const message = (more: Partial<ReceivedMessage> = {}): ReceivedMessage => ({
  channel: 'chat',
  externalId: randomUUID(),
  from: { email: 'maya@example.com' },
  role: 'customer',
  text: 'why is my bill higher than last month?',
  ...more,
});

/** A customer of their own writes for the first time. Returns the conversation. */
export const customerWrites = async (text?: string): Promise<string> => {
  const from = { email: `${randomUUID()}@example.com` };
  const { conversationId } = await receiveMessage(intake, {
    body: message({ from, conversation: randomUUID(), ...(text === undefined ? {} : { text }) }),
  });
  return conversationId;
};

/** The customer of a conversation that `customerWrites` began writes again. */
export const writesAgain = async (desk: Desk, conversationId: string, text: string): Promise<void> => {
  const { externalId } = await desk.prisma.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  await receiveMessage(intake, { body: message({ conversation: externalId ?? '', text }) });
};

/** A conversation with its cues made, in the hands of `rep`. */
export const openCase = async (desk: Desk, rep: UserActor, text?: string): Promise<string> => {
  const id = await customerWrites(text);
  await desk.workOff();
  await takeConversation(rep, { params: { id }, body: { from: null } });
  return id;
};

/** The current cue of a kind. */
export const cueOf = async (desk: Desk, conversationId: string, kind: string) => {
  const row = await desk.prisma.cue.findFirstOrThrow({
    where: { conversationId, kind, state: { not: 'replaced' } },
  });
  return { ...row, payload: row.payload as Record<string, unknown> };
};

import { randomUUID } from 'node:crypto';
import type { UserActor } from '@/lib/domain/user';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import { receiveMessage } from '../receive-message';
import { takeConversation } from '../take-conversation';
import type { Desk } from './desk';
import { intake, message } from './says';

export interface AccountCase {
  conversationId: string;
  customerId: string;
  account: Awaited<ReturnType<typeof makeCustomer>>;
}

/** A customer with an account who has written, the cues made, the conversation in the hands of `rep`. */
export const openAccountCase = async (
  desk: Desk,
  rep: UserActor,
  {
    text = 'why is my bill higher than last month?',
    ...about
  }: Parameters<typeof makeCustomer>[1] & { text?: string } = {},
): Promise<AccountCase> => {
  const email = `${randomUUID()}@example.com`;
  const account = await makeCustomer(desk.prisma, { ...about, email });
  const { conversationId, customerId } = await receiveMessage(intake, {
    body: message({ from: { email }, conversation: randomUUID(), text }),
  });
  await desk.workOff();
  await takeConversation(rep, { params: { id: conversationId }, body: { from: null } });
  return { conversationId, customerId, account };
};

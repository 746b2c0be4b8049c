import { beforeEach, describe, expect, it } from 'vitest';
import { makeConversation } from '@/prisma/seed/builders/conversation';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import { makeOrganisation } from '@/prisma/seed/builders/organisation';
import { testDatabase } from './testing';
import { openChat, openThread, threadFor, threadOfChat } from './threads';

const { prisma } = await testDatabase();
await makeOrganisation(prisma);

const at = new Date('2027-03-10T18:00:00Z');
let customer = { id: '' };
beforeEach(async () => {
  ({ customer } = await makeCustomer(prisma));
});

const open = (channel: 'chat' | 'email', externalId?: string) =>
  prisma.$transaction((tx) => openThread(tx, { customer, channel, externalId, at }));
const find = (channel: 'chat' | 'email', conversation?: string) =>
  prisma.$transaction((tx) => threadFor(tx, { channel, conversation }));

describe('a thread', () => {
  it('goes on in the customer’s open conversation of its channel, and begins anew when that has closed', async () => {
    const first = await open('chat');
    expect((await open('chat')).conversationId).toBe(first.conversationId);
    expect((await open('email')).conversationId).not.toBe(first.conversationId);
    await prisma.conversation.update({ where: { id: first.conversationId }, data: { state: 'closed' } });
    expect((await open('chat')).conversationId).not.toBe(first.conversationId);
  });

  it('is one when a customer’s messages open it at once: the second waits for the first', async () => {
    let second: ReturnType<typeof open> | undefined;
    const first = await prisma.$transaction(async (tx) => {
      const opened = await openThread(tx, { customer, channel: 'chat', externalId: undefined, at });
      second = open('chat');
      await new Promise((resolve) => setTimeout(resolve, 100));
      return opened;
    });
    expect((await second)?.conversationId).toBe(first.conversationId);
    expect(await prisma.conversation.count({ where: { customerId: customer.id } })).toBe(1);
  });

  it('with the sender’s own id is found by it on its channel only, and never joined without', async () => {
    const thread = await open('chat', 'T-1');
    expect((await find('chat', 'T-1'))?.conversationId).toBe(thread.conversationId);
    expect(await find('email', 'T-1')).toBeNull();
    expect(await find('chat')).toBeNull();
    expect((await open('chat')).conversationId).not.toBe(thread.conversationId);
  });

  it('that is closed is opened again by a message under its id', async () => {
    const thread = await open('chat', 'T-2');
    await prisma.conversation.update({
      where: { id: thread.conversationId },
      data: { state: 'closed', closedAt: at },
    });
    await find('chat', 'T-2');
    expect(await prisma.conversation.findUnique({ where: { id: thread.conversationId } })).toMatchObject({
      state: 'open',
      closedAt: null,
    });
  });

  it('of a browser belongs to its token, and no message from elsewhere lands in it', async () => {
    const chat = await prisma.$transaction((tx) => openChat(tx, customer, 'hash-1', at));
    expect(await prisma.$transaction((tx) => threadOfChat(tx, 'hash-1'))).toMatchObject({
      conversationId: chat.conversationId,
      state: 'open',
    });
    expect(await prisma.$transaction((tx) => threadOfChat(tx, 'hash-2'))).toBeNull();
    expect((await open('chat')).conversationId).not.toBe(chat.conversationId);
  });

  it('of one customer is not another’s', async () => {
    const other = await makeConversation(prisma);
    expect((await open('chat')).conversationId).not.toBe(other.id);
  });
});

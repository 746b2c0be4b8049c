import { newId } from '../core/ids';
import type { Channel } from '../domain/channel';
import type { Tier } from '../domain/customer';
import type { Tx } from './handle';

/** The conversation a message belongs to, and whose it is. */
export interface Thread {
  conversationId: string;
  customerId: string;
  customerName: string;
  tier: Tier;
}

interface Row {
  id: string;
  state: string;
  customer: { id: string; name: string; tier: string };
}

const SELECT = { id: true, state: true, customer: { select: { id: true, name: true, tier: true } } } as const;

const toThread = (row: Row): Thread => ({
  conversationId: row.id,
  customerId: row.customer.id,
  customerName: row.customer.name,
  tier: row.customer.tier as Tier,
});

/** The conversation of the sender's own thread id; a message to a closed one opens it again. Null when there is none yet, or no thread id. */
export const threadFor = async (
  tx: Tx,
  message: { channel: Channel; conversation?: string | undefined },
): Promise<Thread | null> => {
  if (message.conversation === undefined) return null;
  const key = { channel: message.channel, externalId: message.conversation };
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(730110, hashtext(${`${key.channel}\n${key.externalId}`}))::text`;
  const row = await tx.conversation.findUnique({ where: { channel_externalId: key }, select: SELECT });
  if (!row) return null;
  if (row.state === 'closed')
    await tx.conversation.update({ where: { id: row.id }, data: { state: 'open', closedAt: null } });
  return toThread(row);
};

/** Where conversations begin before triage has seen them. */
const FIRST_QUEUE = 'general';

/** The customer's open conversation on this channel, or a new one. With a thread id it is always a new one. */
export const openThread = async (
  tx: Tx,
  {
    customer,
    channel,
    externalId,
    at,
  }: { customer: { id: string }; channel: Channel; externalId: string | undefined; at: Date },
): Promise<Thread> => {
  // Two messages of one customer at once open one conversation, not two.
  await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customer.id} FOR UPDATE`;
  if (externalId === undefined) {
    const open = await tx.conversation.findFirst({
      where: { customerId: customer.id, channel, state: 'open', externalId: null, chatTokenHash: null },
      orderBy: { lastTurnAt: 'desc' },
      select: SELECT,
    });
    if (open) return toThread(open);
  }
  const row = await tx.conversation.create({
    data: {
      id: newId('cnv'),
      customerId: customer.id,
      channel,
      externalId: externalId ?? null,
      queueId: FIRST_QUEUE,
      openedAt: at,
      lastTurnAt: at,
    },
    select: SELECT,
  });
  return toThread(row);
};

/** The conversation a browser's chat token belongs to. */
export const threadOfChat = async (
  tx: Tx,
  chatTokenHash: string,
): Promise<(Thread & { state: 'open' | 'closed' }) | null> => {
  const row = await tx.conversation.findUnique({ where: { chatTokenHash }, select: SELECT });
  return row && { ...toThread(row), state: row.state as 'open' | 'closed' };
};

/** A new chat for a browser's token. */
export const openChat = async (
  tx: Tx,
  customer: { id: string },
  chatTokenHash: string,
  at: Date,
): Promise<Thread> => {
  const row = await tx.conversation.create({
    data: {
      id: newId('cnv'),
      customerId: customer.id,
      channel: 'chat',
      chatTokenHash,
      queueId: FIRST_QUEUE,
      openedAt: at,
      lastTurnAt: at,
    },
    select: SELECT,
  });
  return toThread(row);
};

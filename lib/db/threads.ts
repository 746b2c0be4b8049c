import { newId } from '../core/ids';
import type { Channel } from '../domain/channel';
import type { Tier } from '../domain/customer';
import { Prisma } from './generated/client';
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
  state: 'open' | 'closed';
  customer_id: string;
  name: string;
  tier: Tier;
}

const toThread = (row: Row): Thread => ({
  conversationId: row.id,
  customerId: row.customer_id,
  customerName: row.name,
  tier: row.tier,
});

/** The newest conversation that fits. Every message that comes in asks, so it is one plain statement. */
const newest = async (tx: Tx, fits: Prisma.Sql, locking = Prisma.empty): Promise<Row | null> => {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.state, c.customer_id, k.name, k.tier FROM conversation c JOIN customer k ON k.id = c.customer_id
    WHERE ${fits} ORDER BY c.last_turn_at DESC LIMIT 1 ${locking}`;
  return row ?? null;
};

/** The lock of `lockConversation`, without a statement of its own. */
const LOCKED = Prisma.sql`FOR NO KEY UPDATE OF c`;

/** The conversation of the sender's own thread id; a message to a closed one opens it again. Null when there is none yet, or no thread id. */
export const threadFor = async (
  tx: Tx,
  message: { channel: Channel; conversation?: string | undefined },
): Promise<Thread | null> => {
  if (message.conversation === undefined) return null;
  const key = { channel: message.channel, externalId: message.conversation };
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(730110, hashtext(${`${key.channel}\n${key.externalId}`}))::text`;
  const row = await newest(
    tx,
    Prisma.sql`c.channel = ${key.channel} AND c.external_id = ${key.externalId}`,
    LOCKED,
  );
  if (!row) return null;
  if (row.state === 'closed')
    await tx.conversation.update({ where: { id: row.id }, data: { state: 'open', closedAt: null } });
  return toThread(row);
};

/** Where conversations begin before triage has seen them. */
const FIRST_QUEUE = 'general';

const create = async (
  tx: Tx,
  customer: { id: string },
  data: { channel: Channel; externalId?: string | null; chatTokenHash?: string; openedAt: Date },
): Promise<Thread> => {
  const row = await tx.conversation.create({
    data: {
      id: newId('cnv'),
      customerId: customer.id,
      queueId: FIRST_QUEUE,
      lastTurnAt: data.openedAt,
      ...data,
    },
    select: { id: true, customer: { select: { id: true, name: true, tier: true } } },
  });
  return {
    conversationId: row.id,
    customerId: row.customer.id,
    customerName: row.customer.name,
    tier: row.customer.tier as Tier,
  };
};

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
    const open = await newest(
      tx,
      Prisma.sql`c.customer_id = ${customer.id} AND c.channel = ${channel} AND c.state = 'open' AND c.external_id IS NULL AND c.chat_token_hash IS NULL`,
      LOCKED,
    );
    if (open) return toThread(open);
  }
  return create(tx, customer, { channel, externalId: externalId ?? null, openedAt: at });
};

/** The conversation a browser's chat token belongs to. */
export const threadOfChat = async (
  tx: Tx,
  chatTokenHash: string,
): Promise<(Thread & { state: 'open' | 'closed' }) | null> => {
  const row = await newest(tx, Prisma.sql`c.chat_token_hash = ${chatTokenHash}`);
  return row && { ...toThread(row), state: row.state };
};

/** A new chat for a browser's token. */
export const openChat = async (
  tx: Tx,
  customer: { id: string },
  chatTokenHash: string,
  at: Date,
): Promise<Thread> => create(tx, customer, { channel: 'chat', chatTokenHash, openedAt: at });

import type { Db, Tx } from './handle';

export interface Delivery {
  channel: string;
  externalId: string;
  bodyHash: string;
  turnId: string;
  conversationId: string;
}

/** What a message with this id made when it first came, or null. */
export const findDelivery = async (db: Db, channel: string, externalId: string): Promise<Delivery | null> => {
  const [row] = await db.$queryRaw<{ body_hash: string; turn_id: string; conversation_id: string }[]>`
    SELECT body_hash, turn_id, conversation_id FROM inbound_delivery WHERE channel = ${channel} AND external_id = ${externalId}`;
  return row
    ? {
        channel,
        externalId,
        bodyHash: row.body_hash,
        turnId: row.turn_id,
        conversationId: row.conversation_id,
      }
    : null;
};

/** Serialises deliveries of one id, so that the second of two at once finds what the first made. */
export const lockDelivery = async (tx: Tx, channel: string, externalId: string): Promise<void> => {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(730108, hashtext(${`${channel}\n${externalId}`}))::text`;
};

export const recordDelivery = async (
  tx: Tx,
  { channel, externalId, bodyHash, turnId, conversationId }: Delivery,
): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO inbound_delivery (channel, external_id, body_hash, turn_id, conversation_id)
    VALUES (${channel}, ${externalId}, ${bodyHash}, ${turnId}, ${conversationId})`;
};

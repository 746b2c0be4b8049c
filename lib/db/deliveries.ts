import type { Db, Tx } from './handle';

export interface Delivery {
  channel: string;
  externalId: string;
  bodyHash: string;
  turnId: string;
  conversationId: string;
}

/** What a message with this id made when it first came, or null. */
export const findDelivery = async (db: Db, channel: string, externalId: string): Promise<Delivery | null> =>
  db.inboundDelivery.findUnique({ where: { channel_externalId: { channel, externalId } } });

/** Serialises deliveries of one id, so that the second of two at once finds what the first made. */
export const lockDelivery = async (tx: Tx, channel: string, externalId: string): Promise<void> => {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(730108, hashtext(${`${channel}\n${externalId}`}))::text`;
};

export const recordDelivery = async (tx: Tx, delivery: Delivery): Promise<void> => {
  await tx.inboundDelivery.create({ data: delivery });
};

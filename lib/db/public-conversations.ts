import type { Channel } from '../domain/channel';
import { CONVERSATION, type ConversationRow, type FoundConversation, toFound } from './conversations';
import { Prisma } from './generated/client';
import type { Db } from './handle';

export interface ConversationPage {
  state?: 'open' | 'closed' | undefined;
  channel?: Channel | undefined;
  customerId?: string | undefined;
  /** Conversations older than this one. */
  before?: string | undefined;
  limit: number;
}

/** A page of everybody's conversations, the newest first. Ids are in order of time, so that they are the key of a page too. */
export const conversationsBefore = async (
  db: Db,
  { state, channel, customerId, before, limit }: ConversationPage,
): Promise<FoundConversation[]> => {
  const conditions = [
    ...(state ? [Prisma.sql`c.state = ${state}`] : []),
    ...(channel ? [Prisma.sql`c.channel = ${channel}`] : []),
    ...(customerId ? [Prisma.sql`c.customer_id = ${customerId}`] : []),
    ...(before ? [Prisma.sql`c.id < ${before}`] : []),
  ];
  const where = conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`TRUE`;
  const rows = await db.$queryRaw<ConversationRow[]>`
    SELECT ${CONVERSATION} FROM conversation c JOIN customer k ON k.id = c.customer_id
    WHERE ${where} ORDER BY c.id DESC LIMIT ${limit}`;
  return rows.map(toFound);
};

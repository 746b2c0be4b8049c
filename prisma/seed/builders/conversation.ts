import { newId } from '@/lib/core/ids';
import { clip } from '@/lib/core/text';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import type { Channel } from '@/lib/domain/channel';
import { makeCustomer } from './customer';
import { makeOrganisation } from './organisation';

type Row = Prisma.ConversationUncheckedCreateInput;

export interface ConversationParts extends Partial<Omit<Row, 'turns' | 'channel'>> {
  channel?: Channel;
  /** Oldest first; without `at` they are ten seconds apart and end at `now`. */
  turns?: {
    role?: 'customer' | 'rep' | 'system';
    kind?: 'message' | 'note' | 'event';
    text: string;
    at?: Date;
    authorId?: string;
    authorName?: string;
  }[];
  now?: Date;
}

/** A conversation with its turns; counts, times and who waits follow from them unless they are given. Makes a customer when none is named. */
export const makeConversation = async (
  prisma: PrismaClient,
  { turns = [{ text: 'hi, my internet is down' }], now = new Date(), ...partial }: ConversationParts = {},
) => {
  await makeOrganisation(prisma);
  const customerId = partial.customerId ?? (await makeCustomer(prisma, { now })).customer.id;
  const id = partial.id ?? newId('cnv', now.getTime());
  const rows = turns.map(
    ({ role = 'customer', kind = 'message', text, at, authorId = null, authorName = null }, index) => {
      const time = at ?? new Date(now.getTime() - (turns.length - 1 - index) * 10_000);
      return {
        id: newId('trn', time.getTime()),
        conversationId: id,
        seq: index + 1,
        role,
        kind,
        text,
        authorId,
        authorName,
        at: time,
      };
    },
  );
  const messages = rows.filter(({ kind }) => kind === 'message');
  const last = messages.at(-1);
  const sinceReply = messages.slice(messages.findLastIndex(({ role }) => role === 'rep') + 1);
  const conversation = await prisma.conversation.create({
    data: {
      id,
      channel: 'chat',
      queueId: 'general',
      openedAt: rows[0]?.at ?? now,
      lastTurnAt: last?.at ?? now,
      waitingSince: partial.state === 'closed' ? null : (sinceReply[0]?.at ?? null),
      turnCount: rows.length,
      customerTurnCount: messages.filter(({ role }) => role === 'customer').length,
      lastText: clip(last?.text ?? '', 160),
      closedAt: partial.state === 'closed' ? now : null,
      ...partial,
      customerId,
    },
  });
  await prisma.turn.createMany({ data: rows });
  return { ...conversation, turns: rows };
};

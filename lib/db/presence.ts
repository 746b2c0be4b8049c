import type { PresenceEntry } from '../contracts/conversations';
import { MINUTE } from '../core/clock';
import type { Db } from './handle';

/** Someone who was heard of within the last minute is here; within ten seconds of a key press they type. */
const HERE_MS = MINUTE;
const TYPING_MS = 10_000;

export const notePresence = async (
  db: Db,
  conversationId: string,
  user: { id: string; name: string },
  typing: boolean,
  now: Date,
): Promise<void> => {
  const seen = { userName: user.name, seenAt: now, typingAt: typing ? now : null };
  await db.presence.upsert({
    where: { conversationId_userId: { conversationId, userId: user.id } },
    create: { conversationId, userId: user.id, ...seen },
    update: seen,
  });
};

/** The others who are here. */
export const othersHere = async (
  db: Db,
  conversationId: string,
  userId: string,
  now: Date,
): Promise<PresenceEntry[]> => {
  const rows = await db.presence.findMany({
    where: { conversationId, userId: { not: userId }, seenAt: { gt: new Date(now.getTime() - HERE_MS) } },
    orderBy: { userName: 'asc' },
  });
  return rows.map((row) => ({
    userId: row.userId,
    userName: row.userName,
    typing: row.typingAt !== null && now.getTime() - row.typingAt.getTime() < TYPING_MS,
  }));
};

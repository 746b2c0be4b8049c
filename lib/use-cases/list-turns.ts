import { listTurns as turnsOf } from '@/lib/db/turns';
import type { UserActor } from '@/lib/domain/user';
import { authorisedConversation } from './authorise';
import { TURNS_PAGE } from './get-conversation';
import { services } from './services';

/** Turns before a sequence number, oldest first. */
export const listTurns = async (
  actor: UserActor,
  { params, query }: { params: { id: string }; query: { before: number } },
) => {
  const { db } = await services();
  await authorisedConversation(db, actor, 'read', params.id);
  const turns = await turnsOf(db, params.id, TURNS_PAGE + 1, query.before);
  return { turns: turns.slice(-TURNS_PAGE), earlier: turns.length > TURNS_PAGE };
};

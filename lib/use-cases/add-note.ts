import { lockConversation } from '@/lib/db/conversations';
import type { Turn } from '@/lib/domain/conversation';
import type { UserActor } from '@/lib/domain/user';
import { acceptTurn } from './accept-turn';
import { authorisedConversation } from './authorise';
import { readableText } from './readable-text';
import { services } from './services';

/** Leaves a note that only colleagues see. */
export const addNote = async (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: { text: string } },
): Promise<{ turn: Turn }> => {
  const deps = await services();
  const { conversation, row } = await authorisedConversation(deps.db, actor, 'note', params.id);
  const note = {
    conversationId: conversation.id,
    role: actor.role === 'qa' ? ('system' as const) : ('rep' as const),
    kind: 'note' as const,
    text: readableText(body.text),
    authorId: actor.id,
    authorName: actor.name,
    at: deps.clock.now(),
  };
  return {
    turn: await deps.db.$transaction(async (tx) => {
      await lockConversation(tx, conversation.id);
      return acceptTurn(tx, deps, note, { channel: row.channel, tier: row.tier });
    }),
  };
};

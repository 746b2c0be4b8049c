import type { PresenceEntry } from '@/lib/contracts/conversations';
import { tellEphemeral } from '@/lib/db/ephemeral';
import { notePresence, othersHere } from '@/lib/db/presence';
import type { UserActor } from '@/lib/domain/user';
import { authorisedConversation } from './authorise';
import { services } from './services';

/** Says that the actor looks at a conversation and whether they type; answers who else does. */
export const tellPresence = async (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: { typing: boolean } },
): Promise<{ presence: PresenceEntry[] }> => {
  const { db, clock } = await services();
  const { conversation } = await authorisedConversation(db, actor, 'read', params.id);
  const now = clock.now();
  await notePresence(db, params.id, actor, body.typing, now);
  await tellEphemeral(db, { kind: 'presence.changed', conversationId: params.id }, conversation.queue);
  return { presence: await othersHere(db, params.id, actor.id, now) };
};

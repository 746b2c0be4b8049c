import { saveDraft as keepDraft, type StoredDraft } from '@/lib/db/drafts';
import type { UserActor } from '@/lib/domain/user';
import { authorisedConversation } from './authorise';
import { services } from './services';

/** Keeps what the actor is typing, so that it is there on any machine after any crash. */
export const saveDraft = async (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: StoredDraft },
): Promise<{ ok: true }> => {
  const { db } = await services();
  await authorisedConversation(db, actor, 'note', params.id);
  await keepDraft(db, params.id, actor.id, body);
  return { ok: true };
};

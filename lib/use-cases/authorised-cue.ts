import { notFound } from '@/lib/core/errors';
import { findCue } from '@/lib/db/cues';
import type { Db } from '@/lib/db/handle';
import type { Cue } from '@/lib/domain/cue';
import type { UserActor } from '@/lib/domain/user';
import type { Permission } from '@/lib/rules/can';
import { authorisedConversation } from './authorise';

/** A cue of a conversation in the actor's scope. Throws `not_found` or `forbidden`. */
export const authorisedCue = async (
  db: Db,
  actor: UserActor,
  permission: Permission,
  id: string,
): Promise<Cue> => {
  const cue = await findCue(db, id);
  if (!cue) throw notFound('Cue');
  await authorisedConversation(db, actor, permission, cue.conversationId).catch((thrown: unknown) => {
    throw thrown instanceof Error && 'code' in thrown && thrown.code === 'not_found'
      ? notFound('Cue')
      : thrown;
  });
  return cue;
};

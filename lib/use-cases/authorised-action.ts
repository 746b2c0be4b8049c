import { notFound } from '@/lib/core/errors';
import { findAction } from '@/lib/db/actions';
import type { Db } from '@/lib/db/handle';
import type { Action } from '@/lib/domain/action';
import type { UserActor } from '@/lib/domain/user';
import type { Permission } from '@/lib/rules/can';
import { authorisedConversation } from './authorise';

/** An action of a conversation in the actor's scope. Throws `not_found` or `forbidden`. */
export const authorisedAction = async (
  db: Db,
  actor: UserActor,
  permission: Permission,
  id: string,
): Promise<Action & { conversationId: string }> => {
  const action = await findAction(db, id);
  const conversationId = action?.conversationId ?? null;
  if (action === null || conversationId === null) throw notFound('Action');
  await authorisedConversation(db, actor, permission, conversationId).catch((thrown: unknown) => {
    throw thrown instanceof Error && 'code' in thrown && thrown.code === 'not_found'
      ? notFound('Action')
      : thrown;
  });
  return { ...action, conversationId };
};

import { AppError, notFound } from '@/lib/core/errors';
import { type FoundConversation, findConversation, lockConversation } from '@/lib/db/conversations';
import type { Db, Tx } from '@/lib/db/handle';
import type { UserActor } from '@/lib/domain/user';
import { can, type Permission, type Resource } from '@/lib/rules/can';
import { scopeOf } from './scope-of';

const REFUSED: Partial<Record<Permission, string>> = {
  reply: 'Take the conversation first: only whoever has it may answer, and only while it is open.',
  escalate: 'Take the conversation first: only whoever has it may hand it over.',
  act: 'Take the conversation first: only whoever has it may act on the account, and only while it is open.',
  approve: 'Only a lead may be the second person.',
  end: 'Only whoever has the conversation may end it.',
  take: 'This conversation is closed or already yours.',
  decide: 'Someone has decided this already, or it is not yours to decide.',
};

/** Throws `forbidden` unless the actor may. */
export const authorise = (
  actor: Parameters<typeof can>[0],
  permission: Permission,
  resource: Resource,
): void => {
  if (!can(actor, permission, resource)) {
    throw new AppError('forbidden', `${actor.kind} may not ${permission} this ${resource.kind}`, {
      userMessage: REFUSED[permission] ?? 'Your role does not allow this.',
    });
  }
};

export const resourceOf = ({ conversation }: FoundConversation): Resource => ({
  kind: 'conversation',
  state: conversation.state,
  assigneeId: conversation.assigneeId,
});

/** The conversation, when it is in the actor's scope and the actor may do this to it. Throws `not_found` or `forbidden`. */
export const authorisedConversation = async (
  db: Db,
  actor: UserActor,
  permission: Permission,
  id: string,
): Promise<FoundConversation> => {
  const found = await findConversation(db, scopeOf(actor), id);
  if (!found) throw notFound('Conversation');
  authorise(actor, permission, resourceOf(found));
  return found;
};

/** Locks a conversation and asks again: what was allowed when it was read may have been closed or taken since. */
export const stillAuthorised = async (
  tx: Tx,
  actor: UserActor,
  permission: Permission,
  id: string,
): Promise<{ state: 'open' | 'closed' }> => {
  const held = await lockConversation(tx, id);
  if (!held) throw notFound('Conversation');
  authorise(actor, permission, { kind: 'conversation', ...held });
  return held;
};

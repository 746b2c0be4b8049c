import type { Scope } from '@/lib/db/conversations';
import type { UserActor } from '@/lib/domain/user';

/** Whose conversations an actor may see: QA and administrators review everyone's, the others those of their team. */
export const scopeOf = (actor: UserActor): Scope =>
  actor.role === 'qa' || actor.role === 'admin'
    ? { of: 'everyone' }
    : { of: 'team', teamId: actor.teamId, userId: actor.id };

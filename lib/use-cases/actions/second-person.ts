import { toMinor } from '@/lib/core/money';
import type { Action } from '@/lib/domain/action';
import type { UserActor } from '@/lib/domain/user';
import type { ToolAuthority } from '@/lib/policies/compile-tools';

/**
 * Why somebody may not be the second person of an action; null when they may: another one, of a role the tool names, who may give as much
 * themselves.
 */
export const mayBeSecond = (
  actor: Pick<UserActor, 'id' | 'role'>,
  action: Pick<Action, 'requestedById' | 'effect'>,
  { second, authority }: ToolAuthority,
): string | null => {
  if (actor.id === action.requestedById) return 'Whoever asked cannot be the second person.';
  if (!second.includes(actor.role)) return `The second person has to be a ${second.join(' or ')}.`;
  const most = toMinor(authority[actor.role]?.at_most ?? 0);
  return action.effect.amount.minor > most ? `This is more than a ${actor.role} may give.` : null;
};

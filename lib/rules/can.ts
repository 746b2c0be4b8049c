import type { Actor, Role } from '../domain/user';

/** What an action is done to, as far as permission depends on it. `scoped` resources were read within the actor's scope. */
export type Resource =
  | { kind: 'queue' }
  | { kind: 'conversation'; state: 'open' | 'closed'; assigneeId: string | null }
  | { kind: 'escalation'; state: 'waiting' | 'accepted' | 'returned' | 'done' }
  | { kind: 'message' }
  | { kind: 'knowledge' };

export type Action =
  | 'list'
  | 'read'
  | 'take'
  | 'reply'
  | 'note'
  | 'correct'
  | 'escalate'
  | 'decide'
  | 'end'
  | 'receive';

/** Who may do what to which kind of thing. What is not in the table is not allowed. */
const ROLES: Record<Resource['kind'], Partial<Record<Action, readonly Role[]>>> = {
  queue: { list: ['rep', 'lead', 'qa', 'admin'] },
  conversation: {
    read: ['rep', 'lead', 'qa', 'admin'],
    take: ['rep', 'lead'],
    reply: ['rep', 'lead'],
    note: ['rep', 'lead', 'qa'],
    correct: ['rep', 'lead', 'qa'],
    escalate: ['rep', 'lead'],
    end: ['rep', 'lead'],
  },
  escalation: { list: ['lead', 'qa', 'admin'], read: ['rep', 'lead', 'qa', 'admin'], decide: ['lead'] },
  message: {},
  knowledge: { list: ['lead', 'admin'] },
};

/** Actions that need the conversation to be open and in the actor's own hands. */
const OWN = new Set<Action>(['reply', 'escalate', 'end']);

/** Whether the actor may do this. Scope is checked by the read that found the resource; roles and state are checked here. */
export const can = (actor: Actor, action: Action, resource: Resource): boolean => {
  if (actor.kind === 'service')
    return (
      resource.kind === 'message' &&
      (action === 'receive' || action === 'read') &&
      actor.scopes.includes('messages:write')
    );
  if (actor.kind === 'customer')
    return resource.kind === 'message' && (action === 'receive' || action === 'read');
  if (!(ROLES[resource.kind][action]?.includes(actor.role) ?? false)) return false;
  if (resource.kind === 'escalation' && action === 'decide') return resource.state === 'waiting';
  if (resource.kind !== 'conversation') return true;
  if (action === 'take') return resource.state === 'open' && resource.assigneeId !== actor.id;
  if (action === 'end') return resource.assigneeId === actor.id;
  return OWN.has(action) ? resource.state === 'open' && resource.assigneeId === actor.id : true;
};

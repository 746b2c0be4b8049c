import type { Actor, Role, ServiceActor, ServiceScope } from '../domain/user';

/** What something is done to, as far as permission depends on it. `scoped` resources were read within the actor's scope. */
export type Resource =
  | { kind: 'queue' }
  | { kind: 'conversation'; state: 'open' | 'closed'; assigneeId: string | null }
  | { kind: 'escalation'; state: 'waiting' | 'accepted' | 'returned' | 'done' }
  | { kind: 'message' }
  | { kind: 'action' }
  | { kind: 'knowledge' }
  | { kind: 'memory' }
  | { kind: 'visit' }
  | { kind: 'risk' }
  | { kind: 'model' }
  | { kind: 'offer' }
  | { kind: 'event' };

export type Permission =
  | 'list'
  | 'read'
  | 'take'
  | 'reply'
  | 'note'
  | 'correct'
  | 'escalate'
  | 'decide'
  | 'end'
  | 'act'
  | 'approve'
  | 'receive'
  | 'write'
  | 'quote';

/** Who may do what to which kind of thing. What is not in the table is not allowed. */
const ROLES: Record<Resource['kind'], Partial<Record<Permission, readonly Role[]>>> = {
  queue: { list: ['rep', 'lead', 'qa', 'admin'] },
  conversation: {
    read: ['rep', 'lead', 'qa', 'admin'],
    take: ['rep', 'lead'],
    reply: ['rep', 'lead'],
    note: ['rep', 'lead', 'qa'],
    correct: ['rep', 'lead', 'qa'],
    escalate: ['rep', 'lead'],
    end: ['rep', 'lead'],
    act: ['rep', 'lead'],
    approve: ['lead'],
  },
  escalation: { list: ['lead', 'qa', 'admin'], read: ['rep', 'lead', 'qa', 'admin'], decide: ['lead'] },
  action: { list: ['lead', 'admin'] },
  message: {},
  knowledge: { list: ['lead', 'admin'] },
  memory: { read: ['rep', 'lead', 'qa', 'admin'], write: ['rep', 'lead'] },
  visit: {},
  risk: { list: ['lead', 'admin'], read: ['lead', 'admin'], write: ['lead', 'admin'] },
  model: { write: ['admin'] },
  offer: {},
  event: {},
};

/** What a system with an API key may do, by the scopes of its key: any one of those named will do. */
const SERVICES: Partial<Record<Resource['kind'], Partial<Record<Permission, readonly ServiceScope[]>>>> = {
  queue: { list: ['conversations:read'] },
  conversation: { read: ['conversations:read'], correct: ['corrections:write'] },
  message: { receive: ['messages:write'], read: ['messages:write', 'conversations:read'] },
  memory: { read: ['memory:read'], write: ['memory:write'] },
  visit: { quote: ['quotes:read'], write: ['visits:write'] },
  risk: { read: ['risk:read'] },
  offer: { read: ['offers:read'] },
  event: { list: ['events:read'] },
  model: { write: ['models:write'] },
};

/** The scopes of which a key needs one to do this. */
export const scopesFor = (permission: Permission, kind: Resource['kind']): readonly ServiceScope[] =>
  SERVICES[kind]?.[permission] ?? [];

/** Whether a system's key allows this: it depends on what kind of thing it is, not on how that one stands. */
export const serviceMay = (actor: ServiceActor, permission: Permission, kind: Resource['kind']): boolean =>
  scopesFor(permission, kind).some((scope) => actor.scopes.includes(scope));

/** Actions that need the conversation to be open and in the actor's own hands. */
const OWN = new Set<Permission>(['reply', 'escalate', 'end', 'act']);

/** Whether the actor may do this. Scope is checked by the read that found the resource; roles and state are checked here. */
export const can = (actor: Actor, permission: Permission, resource: Resource): boolean => {
  if (actor.kind === 'service') return serviceMay(actor, permission, resource.kind);
  if (actor.kind === 'customer')
    return resource.kind === 'message' && (permission === 'receive' || permission === 'read');
  if (!(ROLES[resource.kind][permission]?.includes(actor.role) ?? false)) return false;
  if (resource.kind === 'escalation' && permission === 'decide') return resource.state === 'waiting';
  if (resource.kind !== 'conversation') return true;
  if (permission === 'take') return resource.state === 'open' && resource.assigneeId !== actor.id;
  if (permission === 'end') return resource.assigneeId === actor.id;
  return OWN.has(permission) ? resource.state === 'open' && resource.assigneeId === actor.id : true;
};

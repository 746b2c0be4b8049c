import type { Memory, NewFact } from '@/lib/contracts/memory';
import type { MemoryFact } from '@/lib/domain/memory';
import type { UserActor } from '@/lib/domain/user';
import { can } from '@/lib/rules/can';
import { authorise, authorisedConversation } from './authorise';
import { forget, memoryOf, remember } from './memory';
import { services } from './services';

interface Of {
  params: { id: string };
}

/** What is remembered of the customer of a conversation in the actor's scope. */
export const getConversationMemory = async (
  actor: UserActor,
  { params, query }: Of & { query: { versions: 'current' | 'all' } },
): Promise<Memory & { mayWrite: boolean }> => {
  const deps = await services();
  const { conversation } = await authorisedConversation(deps.db, actor, 'read', params.id);
  const facts = await memoryOf(deps, conversation.customerId, query.versions);
  return { facts, mayWrite: can(actor, 'write', { kind: 'memory' }) };
};

const writable = async (actor: UserActor, id: string) => {
  const deps = await services();
  const { conversation } = await authorisedConversation(deps.db, actor, 'read', id);
  authorise(actor, 'write', { kind: 'memory' });
  return { deps, customerId: conversation.customerId };
};

/** A person remembers a fact of the customer, or corrects it. */
export const putConversationMemory = async (
  actor: UserActor,
  { params, body }: Of & { body: NewFact },
): Promise<{ fact: MemoryFact }> => {
  const { deps, customerId } = await writable(actor, params.id);
  return remember(deps, actor, customerId, body);
};

/** A person takes a fact of the customer back. */
export const deleteConversationMemory = async (
  actor: UserActor,
  { params, query }: Of & { query: { key: string } },
): Promise<{ ok: true }> => {
  const { deps, customerId } = await writable(actor, params.id);
  return forget(deps, actor, customerId, query.key);
};

import type { Memory, NewFact } from '@/lib/contracts/memory';
import { notFound } from '@/lib/core/errors';
import type { MemoryFact } from '@/lib/domain/memory';
import type { Actor } from '@/lib/domain/user';
import { authorisedService } from './authorised-service';
import { forget, memoryOf, remember } from './memory';
import { services } from './services';

interface Of {
  params: { id: string };
}

/** What is remembered of a customer, for a system. */
export const getMemory = async (
  actor: Actor,
  { params, query }: Of & { query: { versions: 'current' | 'all' } },
): Promise<Memory> => {
  authorisedService(actor, 'read', 'memory');
  const deps = await services();
  const known = await deps.db.customer.findUnique({ where: { id: params.id }, select: { id: true } });
  if (!known) throw notFound('Customer');
  return { facts: await memoryOf(deps, params.id, query.versions) };
};

/** A system remembers a fact of a customer, or corrects it. */
export const putMemory = async (
  actor: Actor,
  { params, body }: Of & { body: NewFact },
): Promise<{ fact: MemoryFact }> => {
  const service = authorisedService(actor, 'write', 'memory');
  return remember(await services(), service, params.id, body);
};

/** A system takes a fact of a customer back. */
export const deleteMemory = async (
  actor: Actor,
  { params, query }: Of & { query: { key: string } },
): Promise<{ ok: true }> => {
  const service = authorisedService(actor, 'write', 'memory');
  return forget(await services(), service, params.id, query.key);
};

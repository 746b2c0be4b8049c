import { z } from 'zod';
import { MEMORY_VALUE_LIMIT, memoryFactSchema, memoryKeySchema } from '../domain/memory';
import { contract } from './contract';
import { done, idParams, nothing } from './parts';

/** What stands, or everything that was ever written, the newest first. */
const versions = z.strictObject({ versions: z.enum(['current', 'all']).default('current') });

const newFact = z.strictObject({
  key: memoryKeySchema,
  value: z.string().trim().min(1, 'is empty').max(MEMORY_VALUE_LIMIT),
  source: z.string().trim().min(1, 'is empty').max(80).describe('Where it is known from, in a few words'),
  expiresAt: z.iso
    .datetime({ offset: true })
    .nullable()
    .default(null)
    .describe('From when on it no longer counts; null: until it is changed'),
});
export type NewFact = z.output<typeof newFact>;

const byKey = z.strictObject({ key: memoryKeySchema });
const memory = z.object({ facts: z.array(memoryFactSchema) });
export type Memory = z.infer<typeof memory>;

export const getMemory = contract({
  method: 'GET',
  path: '/api/v1/customers/{id}/memory',
  summary: 'What is remembered of a customer',
  params: idParams,
  query: versions,
  body: nothing,
  response: memory,
  status: 200,
});

export const putMemory = contract({
  method: 'PUT',
  path: '/api/v1/customers/{id}/memory',
  summary: 'Remember a fact, in place of what stood under its key',
  params: idParams,
  query: nothing,
  body: newFact,
  response: z.object({ fact: memoryFactSchema }),
  status: 200,
});

export const deleteMemory = contract({
  method: 'DELETE',
  path: '/api/v1/customers/{id}/memory',
  summary: 'Forget a fact; it stays among the versions',
  params: idParams,
  query: byKey,
  body: nothing,
  response: done,
  status: 200,
});

export const getConversationMemory = contract({
  method: 'GET',
  path: '/api/conversations/{id}/memory',
  summary: 'What is remembered of the customer of a conversation, and whether this actor may change it',
  params: idParams,
  query: versions,
  body: nothing,
  response: memory.extend({ mayWrite: z.boolean() }),
  status: 200,
});

export const putConversationMemory = contract({
  method: 'PUT',
  path: '/api/conversations/{id}/memory',
  summary: 'Remember a fact of the customer, in place of what stood under its key',
  params: idParams,
  query: nothing,
  body: newFact,
  response: z.object({ fact: memoryFactSchema }),
  status: 200,
});

export const deleteConversationMemory = contract({
  method: 'DELETE',
  path: '/api/conversations/{id}/memory',
  summary: 'Forget a fact of the customer; it stays among the versions',
  params: idParams,
  query: byKey,
  body: nothing,
  response: done,
  status: 200,
});

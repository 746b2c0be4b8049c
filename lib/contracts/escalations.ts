import { z } from 'zod';
import { channelSchema } from '../domain/channel';
import { tierSchema } from '../domain/customer';
import { escalationKindSchema, escalationStateSchema, firedTriggerSchema } from '../domain/escalation';
import { handoffPacketSchema } from '../domain/handoff';
import { contract } from './contract';
import { done, idParams, nothing } from './parts';

export const escalationSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  customerName: z.string(),
  tier: tierSchema,
  channel: channelSchema,
  state: escalationStateSchema,
  kind: escalationKindSchema,
  queue: z.string(),
  reasons: z.array(firedTriggerSchema),
  note: z.string(),
  raisedBy: z.string(),
  raisedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  returnReason: z.string().nullable(),
  packet: handoffPacketSchema,
});
export type EscalationView = z.infer<typeof escalationSchema>;

export const escalateConversation = contract({
  method: 'POST',
  path: '/api/conversations/{id}/escalate',
  summary: 'Hand the conversation over with its packet',
  params: idParams,
  query: nothing,
  body: z.strictObject({
    queue: z.string().min(1).max(60),
    kind: escalationKindSchema,
    note: z.string().trim().max(1000).default(''),
  }),
  response: z.object({ escalation: escalationSchema }),
  status: 201,
});

export const listEscalations = contract({
  method: 'GET',
  path: '/api/escalations',
  summary: 'Packets by state, the soonest due first',
  params: nothing,
  query: z.strictObject({ state: escalationStateSchema.default('waiting') }),
  body: nothing,
  response: z.object({ escalations: z.array(escalationSchema) }),
  status: 200,
});

export const acceptEscalation = contract({
  method: 'POST',
  path: '/api/escalations/{id}/accept',
  summary: 'Take the case over',
  params: idParams,
  query: nothing,
  body: nothing,
  response: done,
  status: 200,
});

export const returnEscalation = contract({
  method: 'POST',
  path: '/api/escalations/{id}/return',
  summary: 'Send the packet back with the reason',
  params: idParams,
  query: nothing,
  body: z.strictObject({ why: z.string().trim().min(3, 'say why in a few words').max(500) }),
  response: done,
  status: 200,
});

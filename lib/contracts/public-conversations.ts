import { z } from 'zod';
import { channelSchema } from '../domain/channel';
import { conversationStateSchema } from '../domain/conversation';
import { cueStateSchema } from '../domain/cue';
import { escalationKindSchema, escalationStateSchema } from '../domain/escalation';
import { sentimentLabelSchema, urgencySchema } from '../domain/triage';
import { contract } from './contract';
import { idParams, nothing } from './parts';

/** What a system may know of a conversation: how it stands, not what the console says about it. */
export const publicConversationSchema = z.object({
  id: z.string(),
  customerId: z.string(),
  channel: channelSchema,
  state: conversationStateSchema,
  queue: z.string(),
  /** Whether a person has it in hand. */
  taken: z.boolean(),
  intent: z.string().nullable(),
  urgency: urgencySchema,
  sentiment: sentimentLabelSchema,
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  lastTurnAt: z.iso.datetime(),
  /** Since when the customer waits for a reply; null while they do not. */
  waitingSince: z.iso.datetime().nullable(),
  turns: z.int(),
});
export type PublicConversation = z.infer<typeof publicConversationSchema>;

/** The current cue of a kind in one line; its id is what a correction names. */
export const cueSummarySchema = z.object({
  id: z.string(),
  kind: z.enum(['triage', 'passages', 'escalation', 'resolution', 'handoff']),
  state: cueStateSchema,
  at: z.iso.datetime(),
  says: z.string(),
});

export const publicEscalationSchema = z.object({
  id: z.string(),
  state: escalationStateSchema,
  kind: escalationKindSchema,
  queue: z.string(),
  raisedAt: z.iso.datetime(),
  /** When somebody should have picked it up. */
  dueAt: z.iso.datetime(),
});

export const getPublicConversation = contract({
  method: 'GET',
  path: '/api/v1/conversations/{id}',
  summary: 'How a conversation stands, with its last cues in a line each',
  params: idParams,
  query: nothing,
  body: nothing,
  response: z.object({
    conversation: publicConversationSchema,
    escalation: publicEscalationSchema.nullable(),
    cues: z.array(cueSummarySchema),
  }),
  status: 200,
});

export const listPublicConversations = contract({
  method: 'GET',
  path: '/api/v1/conversations',
  summary: 'A page of conversations, the newest first',
  params: nothing,
  query: z.strictObject({
    state: conversationStateSchema.optional(),
    channel: channelSchema.optional(),
    customerId: idParams.shape.id.optional(),
    /** `next` of the page before. */
    cursor: idParams.shape.id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  body: nothing,
  response: z.object({
    conversations: z.array(publicConversationSchema),
    /** The cursor of the next page; null on the last. */
    next: z.string().nullable(),
  }),
  status: 200,
});

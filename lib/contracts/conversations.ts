import { z } from 'zod';
import { CHANNELS, channelSchema } from '../domain/channel';
import { conversationSchema, MESSAGE_LIMIT, turnSchema } from '../domain/conversation';
import { accountSchema, tierSchema } from '../domain/customer';
import { sentimentLabelSchema, urgencySchema } from '../domain/triage';
import { contract } from './contract';
import { escalationSchema } from './escalations';
import { done, idParams, nothing } from './parts';

/** One line of the queue. `waitingSince` drives the clock; `dueAt` is when the wait breaches its target. */
export const queueRowSchema = z.object({
  id: z.string(),
  customerName: z.string(),
  tier: tierSchema,
  channel: channelSchema,
  state: z.enum(['open', 'closed']),
  queue: z.string(),
  assigneeId: z.string().nullable(),
  intent: z.string().nullable(),
  urgency: urgencySchema,
  sentiment: sentimentLabelSchema,
  waitingSince: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime().nullable(),
  lastText: z.string(),
  lastTurnAt: z.iso.datetime(),
  turnCount: z.int(),
  escalation: z.enum(['waiting', 'accepted', 'returned']).nullable(),
});
export type QueueRow = z.infer<typeof queueRowSchema>;

export const QUEUE_VIEWS = ['mine', 'waiting', 'open', 'closed'] as const;
export const queueViewSchema = z.enum(QUEUE_VIEWS);
export type QueueView = z.infer<typeof queueViewSchema>;

export const listQueue = contract({
  method: 'GET',
  path: '/api/conversations',
  summary: 'A page of the queue, what breaches first on top',
  params: nothing,
  query: z.strictObject({
    view: queueViewSchema.default('open'),
    channel: z.enum(CHANNELS).optional(),
    urgency: urgencySchema.optional(),
    cursor: z.string().max(200).optional(),
  }),
  body: nothing,
  response: z.object({ rows: z.array(queueRowSchema), next: z.string().nullable() }),
  status: 200,
});

const presenceSchema = z.object({ userId: z.string(), userName: z.string(), typing: z.boolean() });
export type PresenceEntry = z.infer<typeof presenceSchema>;

export const wrapUpSchema = z.object({
  draft: z.object({
    disposition: z.tuple([z.string(), z.string()]),
    notes: z.string(),
    followUp: z.string().nullable(),
  }),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  dispositions: z.record(z.string(), z.array(z.string())),
});
export type WrapUpView = z.infer<typeof wrapUpSchema>;

export const conversationViewSchema = z.object({
  conversation: conversationSchema,
  row: queueRowSchema,
  assigneeName: z.string().nullable(),
  /** The newest turns, oldest first; `earlier` says whether there are more. */
  turns: z.array(turnSchema),
  earlier: z.boolean(),
  draft: z.object({ text: z.string(), cueId: z.string().nullable() }),
  presence: z.array(presenceSchema),
  escalation: escalationSchema.nullable(),
  wrapUp: wrapUpSchema.nullable(),
  /** What this actor may do here, so that the screen offers nothing that would be refused. */
  may: z.object({
    reply: z.boolean(),
    take: z.boolean(),
    correct: z.boolean(),
    escalate: z.boolean(),
    decideEscalation: z.boolean(),
    wrapUp: z.boolean(),
  }),
});
export type ConversationView = z.infer<typeof conversationViewSchema>;

export const getConversation = contract({
  method: 'GET',
  path: '/api/conversations/{id}',
  summary: 'One conversation as the console shows it',
  params: idParams,
  query: nothing,
  body: nothing,
  response: conversationViewSchema,
  status: 200,
});

export const listTurns = contract({
  method: 'GET',
  path: '/api/conversations/{id}/turns',
  summary: 'Earlier turns, before a sequence number',
  params: idParams,
  query: z.strictObject({ before: z.coerce.number().int().positive() }),
  body: nothing,
  response: z.object({ turns: z.array(turnSchema), earlier: z.boolean() }),
  status: 200,
});

export const getAccount = contract({
  method: 'GET',
  path: '/api/conversations/{id}/account',
  summary: "The customer's account",
  params: idParams,
  query: nothing,
  body: nothing,
  response: z.object({ account: accountSchema }),
  status: 200,
});

const text = z.string().trim().min(1, 'is empty').max(MESSAGE_LIMIT);

export const takeConversation = contract({
  method: 'POST',
  path: '/api/conversations/{id}/take',
  summary: 'Take the conversation over',
  params: idParams,
  query: nothing,
  /** Whose it is as far as the taker has seen: taken from anyone else it would be a surprise to both. */
  body: z.strictObject({ from: z.string().nullable() }),
  response: done,
  status: 200,
});

export const sendReply = contract({
  method: 'POST',
  path: '/api/conversations/{id}/reply',
  summary: 'Send a message to the customer',
  params: idParams,
  query: nothing,
  body: z.strictObject({
    text,
    /** The suggestion it began as, so that what was edited is recorded. */
    cueId: z.string().nullable().default(null),
    /** Made by the browser: the same reply sent twice goes out once. */
    clientId: z.uuid(),
  }),
  response: z.object({ turn: turnSchema }),
  status: 201,
});

export const addNote = contract({
  method: 'POST',
  path: '/api/conversations/{id}/notes',
  summary: 'Leave an internal note',
  params: idParams,
  query: nothing,
  body: z.strictObject({ text }),
  response: z.object({ turn: turnSchema }),
  status: 201,
});

export const saveDraft = contract({
  method: 'PUT',
  path: '/api/conversations/{id}/draft',
  summary: 'Keep what is being typed',
  params: idParams,
  query: nothing,
  body: z.strictObject({ text: z.string().max(MESSAGE_LIMIT), cueId: z.string().nullable().default(null) }),
  response: done,
  status: 200,
});

export const tellPresence = contract({
  method: 'POST',
  path: '/api/conversations/{id}/presence',
  summary: 'Say that this user looks at the conversation, and whether they type',
  params: idParams,
  query: nothing,
  body: z.strictObject({ typing: z.boolean() }),
  response: z.object({ presence: z.array(presenceSchema) }),
  status: 200,
});

export const startWrapUp = contract({
  method: 'POST',
  path: '/api/conversations/{id}/end',
  summary: 'End the contact and draft its wrap-up',
  params: idParams,
  query: nothing,
  body: nothing,
  response: z.object({ wrapUp: wrapUpSchema }),
  status: 200,
});

export const finishWrapUp = contract({
  method: 'PUT',
  path: '/api/conversations/{id}/wrap-up',
  summary: 'File the wrap-up',
  params: idParams,
  query: nothing,
  body: z.strictObject({
    disposition: z.tuple([z.string().min(1).max(60), z.string().min(1).max(60)]),
    notes: z.string().trim().max(4000),
    followUp: z.string().trim().max(500).nullable(),
  }),
  response: done,
  status: 200,
});

import { z } from 'zod';
import { channelSchema } from '../domain/channel';
import { MESSAGE_LIMIT } from '../domain/conversation';
import { runStateSchema, runTriggerSchema } from '../domain/run';
import { contract } from './contract';
import { idParams, nothing } from './parts';

const externalId = z.string().trim().min(1).max(200);

export const receivedMessageSchema = z.strictObject({
  channel: channelSchema,
  /** Unique per message within the channel: the same one again changes nothing and gets the same answer. */
  externalId,
  /** The sender's own id of the thread; without it the customer's open conversation on this channel goes on. */
  conversation: externalId.optional(),
  from: z
    .strictObject({
      externalId: externalId.optional(),
      email: z.email().max(254).optional(),
      phone: z
        .string()
        .regex(/^\+[1-9][0-9]{6,14}$/, 'must be E.164, like +14065550112')
        .optional(),
      name: z.string().trim().min(1).max(120).optional(),
    })
    .refine((from) => from.externalId ?? from.email ?? from.phone, {
      message: 'needs externalId, email or phone',
    }),
  role: z.enum(['customer', 'rep']).default('customer'),
  text: z.string().max(MESSAGE_LIMIT),
  at: z.iso.datetime({ offset: true }).optional(),
});
export type ReceivedMessage = z.infer<typeof receivedMessageSchema>;

export const acceptedMessageSchema = z.object({
  messageId: z.string(),
  conversationId: z.string(),
  customerId: z.string(),
  seq: z.int(),
  duplicate: z.boolean(),
});
export type AcceptedMessage = z.infer<typeof acceptedMessageSchema>;

export const receiveMessage = contract({
  method: 'POST',
  path: '/api/v1/messages',
  summary: 'Take a message of a customer (or of a rep, when a transcript is replayed) on any channel',
  params: nothing,
  query: nothing,
  body: receivedMessageSchema,
  response: acceptedMessageSchema,
  status: 202,
});

export const listMessages = contract({
  method: 'GET',
  path: '/api/v1/conversations/{id}/messages',
  summary: 'The messages of a conversation after a sequence number',
  params: idParams,
  query: z.strictObject({ after: z.coerce.number().int().nonnegative().default(0) }),
  body: nothing,
  response: z.object({
    messages: z.array(
      z.object({ seq: z.int(), role: z.enum(['customer', 'rep']), text: z.string(), at: z.iso.datetime() }),
    ),
  }),
  status: 200,
});

export const listRuns = contract({
  method: 'GET',
  path: '/api/v1/conversations/{id}/runs',
  summary: 'The pipeline runs of a conversation, oldest first, with how many cues each stored',
  params: idParams,
  query: nothing,
  body: nothing,
  response: z.object({
    runs: z.array(
      z.object({
        id: z.string(),
        trigger: runTriggerSchema,
        turnSeq: z.int(),
        state: runStateSchema,
        acceptedAt: z.iso.datetime(),
        finishedAt: z.iso.datetime().nullable(),
        cues: z.int(),
      }),
    ),
  }),
  status: 200,
});

import { z } from 'zod';
import { actionSchema } from '../domain/action';
import { turnSchema } from '../domain/conversation';
import { cueSchema } from '../domain/cue';
import { runStateSchema } from '../domain/run';
import { chatMessageSchema } from './chat';
import { queueRowSchema } from './conversations';
import { escalationSchema } from './escalations';

/** What the log tells consoles. Each carries the new value, so that a cache is patched, not fetched again. */
export const deskEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('turn.added'), turn: turnSchema }),
  z.object({ kind: z.literal('conversation.changed'), row: queueRowSchema }),
  z.object({
    kind: z.literal('cues.stored'),
    conversationId: z.string(),
    runId: z.string(),
    cues: z.array(cueSchema),
  }),
  /** Someone replied or the customer wrote again: the suggestion may no longer be inserted. */
  z.object({ kind: z.literal('cues.withdrawn'), conversationId: z.string() }),
  z.object({
    kind: z.literal('run.changed'),
    conversationId: z.string(),
    runId: z.string(),
    state: runStateSchema,
  }),
  z.object({ kind: z.literal('escalation.changed'), escalation: escalationSchema }),
  z.object({ kind: z.literal('wrap-up.changed'), conversationId: z.string() }),
  z.object({ kind: z.literal('action.changed'), conversationId: z.string(), action: actionSchema }),
  z.object({ kind: z.literal('retention.changed'), conversationId: z.string() }),
]);
export type DeskEvent = z.infer<typeof deskEventSchema>;

/** Told at once and kept nowhere: a lost one costs nothing. */
export const ephemeralEventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('reply.delta'),
    conversationId: z.string(),
    runId: z.string(),
    text: z.string(),
  }),
  z.object({ kind: z.literal('presence.changed'), conversationId: z.string() }),
]);
export type EphemeralEvent = z.infer<typeof ephemeralEventSchema>;

export const streamEventSchema = z.union([deskEventSchema, ephemeralEventSchema]);
export type StreamEvent = z.infer<typeof streamEventSchema>;

/** What a customer's browser hears. */
export const chatEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), message: chatMessageSchema }),
  z.object({ kind: z.literal('state'), state: z.enum(['open', 'closed']) }),
]);
export type ChatEvent = z.infer<typeof chatEventSchema>;

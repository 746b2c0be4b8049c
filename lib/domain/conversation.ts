import { z } from 'zod';
import { channelSchema } from './channel';

/** `event` is something the product did or saw (joined, escalated, closed); only `message` reaches the customer. */
export const turnKindSchema = z.enum(['message', 'note', 'event']);
export type TurnKind = z.infer<typeof turnKindSchema>;

export const turnRoleSchema = z.enum(['customer', 'rep', 'system']);
export type TurnRole = z.infer<typeof turnRoleSchema>;

/** The most characters of one message; longer ones are refused with the path. */
export const MESSAGE_LIMIT = 20_000;

export const turnSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** 1, 2, 3 … within the conversation. */
  seq: z.int().positive(),
  role: turnRoleSchema,
  kind: turnKindSchema,
  text: z.string(),
  authorId: z.string().nullable(),
  authorName: z.string().nullable(),
  at: z.iso.datetime(),
});
export type Turn = z.infer<typeof turnSchema>;

export const conversationStateSchema = z.enum(['open', 'closed']);

export const conversationSchema = z.object({
  id: z.string(),
  customerId: z.string(),
  channel: channelSchema,
  state: conversationStateSchema,
  queue: z.string(),
  assigneeId: z.string().nullable(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  lastTurnAt: z.iso.datetime(),
  /** When the customer began waiting for a reply; null while they are not. */
  waitingSince: z.iso.datetime().nullable(),
  turnCount: z.int().nonnegative(),
  customerTurnCount: z.int().nonnegative(),
});
export type Conversation = z.infer<typeof conversationSchema>;

export const messagesOf = (turns: readonly Turn[]): Turn[] => turns.filter((turn) => turn.kind === 'message');

/** One message as a model may see it. Notes and events never are. */
export const utteranceSchema = z.object({
  turnId: z.string(),
  role: z.enum(['customer', 'rep']),
  text: z.string(),
});
export type Utterance = z.infer<typeof utteranceSchema>;

export const utterancesOf = (turns: readonly Turn[]): Utterance[] =>
  messagesOf(turns).flatMap((turn) =>
    turn.role === 'system' ? [] : [{ turnId: turn.id, role: turn.role, text: turn.text }],
  );

import { z } from 'zod';
import { writeToolSchema } from '@/lib/domain/tool';

/** What is said between the parent of the kill test of actions and its processes. */

const actorSchema = z.object({
  kind: z.literal('user'),
  id: z.string(),
  name: z.string(),
  role: z.enum(['rep', 'lead']),
  teamId: z.string(),
  sessionId: z.string(),
});
export type BenchActor = z.infer<typeof actorSchema>;

const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const actor = actorSchema;

/** What a browser asks of a web process. Looking answers with the hash that an approval is bound to. */
export const wishSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('look'), actor, conversationId: z.string(), tool: writeToolSchema, params }),
  z.object({
    do: z.literal('approve'),
    actor,
    conversationId: z.string(),
    tool: writeToolSchema,
    params,
    key: z.string(),
    hash: z.string(),
  }),
  z.object({ do: z.literal('look-back'), actor, actionId: z.string() }),
  z.object({
    do: z.literal('take-back'),
    actor,
    actionId: z.string(),
    key: z.string(),
    hash: z.string(),
  }),
  z.object({
    do: z.literal('second'),
    actor,
    actionId: z.string(),
    hash: z.string(),
    verdict: z.enum(['approved', 'declined']),
  }),
  z.object({ do: z.literal('try-again'), actor, actionId: z.string() }),
]);
export type Wish = z.infer<typeof wishSchema>;

export const askedSchema = z.object({ id: z.number(), wish: wishSchema });

/** How an action stood when it was acknowledged. */
export const actedSchema = z.object({
  id: z.string(),
  state: z.string(),
  hash: z.string(),
  requestedAt: z.string(),
  receipt: z.string().nullable(),
  takesBack: z.boolean(),
});
export type Acted = z.infer<typeof actedSchema>;

export type Answer =
  | { is: 'seen'; hash: string }
  | { is: 'acted'; action: Acted }
  | { is: 'refused'; code: string; message: string }
  /** Something that is no refusal: the caller asks again with the same key. */
  | { is: 'broke'; message: string };

/** Who plays: each conversation with its rep, and what there is to do. */
export interface Cast {
  leads: BenchActor[];
  cases: { conversationId: string; customerId: string; rep: BenchActor; orders: string[] }[];
  slots: { date: string; window: string }[];
  pool: string;
}

/** What a browser was told about its key, the last time. */
export const acknowledgedSchema = z.object({ key: z.string(), action: actedSchema });
export type Acknowledged = z.infer<typeof acknowledgedSchema>;

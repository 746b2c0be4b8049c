import { z } from 'zod';

const actorSchema = z.object({
  kind: z.literal('user'),
  id: z.string(),
  name: z.string(),
  role: z.enum(['rep', 'lead']),
  teamId: z.string(),
  sessionId: z.string(),
});
export type Actor = z.infer<typeof actorSchema>;

/** Who plays, as the desk made them. */
export const castSchema = z.object({
  leads: z.array(actorSchema),
  cases: z.array(
    z.object({
      conversationId: z.string(),
      customerId: z.string(),
      rep: actorSchema,
      orders: z.array(z.string()),
    }),
  ),
  slots: z.array(z.object({ date: z.string(), window: z.string() })),
  pool: z.string(),
});
export type Cast = z.infer<typeof castSchema>;

/** How an action stood when a web process answered. */
const actedSchema = z.object({
  id: z.string(),
  state: z.string(),
  hash: z.string(),
  requestedAt: z.iso.datetime(),
  receipt: z.string().nullable(),
  takesBack: z.boolean(),
});
export type Acted = z.infer<typeof actedSchema>;

const answerSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('seen'), hash: z.string() }),
  z.object({ is: z.literal('acted'), action: actedSchema }),
  z.object({ is: z.literal('refused'), code: z.string(), message: z.string() }),
  z.object({ is: z.literal('broke'), message: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;

export const answeredSchema = z.object({ id: z.number(), answer: answerSchema });

import { z } from 'zod';

/** The most words a packet may have, over all its lines. */
export const PACKET_WORDS = 200;

/** What the next person reads so that the customer never repeats themselves. Every line is one bullet. */
export const handoffPacketSchema = z.object({
  customer: z.string(),
  issue: z.string(),
  /** The customer's own words, quoted. */
  inTheirWords: z.string().nullable(),
  tried: z.array(z.object({ what: z.string(), result: z.string() })),
  knowledge: z.array(z.object({ articleId: z.string(), title: z.string(), stale: z.boolean() })),
  next: z.array(z.string()),
  tone: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  words: z.int().nonnegative(),
  completeness: z.object({ score: z.number().min(0).max(1), missing: z.array(z.string()) }),
});
export type HandoffPacket = z.infer<typeof handoffPacketSchema>;

import { z } from 'zod';

/** The most words a packet may have, over all its lines. */
export const PACKET_WORDS = 200;

/** One thing that was tried, and what came of it. */
const triedSchema = z.object({
  what: z.string(),
  result: z.string(),
  /** When; absent where nobody can tell from what was said. */
  at: z.iso.datetime().optional(),
});

/** What the next person reads so that the customer never repeats themselves. Every line is one bullet. */
export const handoffPacketSchema = z.object({
  customer: z.string(),
  issue: z.string(),
  /** The customer's own words, quoted. */
  inTheirWords: z.string().nullable(),
  tried: z.array(triedSchema),
  knowledge: z.array(z.object({ articleId: z.string(), title: z.string(), stale: z.boolean() })),
  next: z.array(z.string()),
  tone: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  words: z.int().nonnegative(),
  completeness: z.object({ score: z.number().min(0).max(1), missing: z.array(z.string()) }),
});
export type HandoffPacket = z.infer<typeof handoffPacketSchema>;

/** A suggested answer that a rep sent, in as little as a summary needs of it. */
export const sentSuggestionSchema = z.object({
  /** The message it became. */
  turnId: z.string(),
  /** Of the articles it stood on; none when it stood on the account alone. */
  titles: z.array(z.string()),
  edited: z.boolean(),
});
export type SentSuggestion = z.infer<typeof sentSuggestionSchema>;

/** A playbook step that a rep ticked by hand, and when. */
export interface Tick {
  step: string;
  at: string;
}

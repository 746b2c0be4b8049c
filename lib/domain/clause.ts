import { z } from 'zod';

/** One clause of a policy held against facts: what it asks, what it saw, and the sentence a rep reads of it. */
export const clauseResultSchema = z.object({
  /** Where it stands: `eligibility.2`, `limit.rep`, or a name of its own. */
  id: z.string(),
  when: z.string(),
  is: z.enum(['true', 'false', 'unknown']),
  seen: z.record(z.string(), z.unknown()),
  say: z.string(),
});
export type ClauseResult = z.infer<typeof clauseResultSchema>;

import { z } from 'zod';
import { intentIdSchema } from '../domain/intent';
import { topicSchema } from '../domain/knowledge';

/** `policies/knowledge.yaml`. */
export const knowledgePolicySchema = z.strictObject({
  /** Days after which a passage of a topic that is likely to change counts as stale; a topic that is not named never does. */
  stale_after_days: z.partialRecord(topicSchema, z.int().positive()),
  /** Below this relevance a passage is not cited, and when none reaches it the query is recorded as a gap. */
  relevance_threshold: z.number().min(0).max(1),
  passages: z.int().positive().max(12),
  /** Intents whose messages ask nothing that an article could answer: never a gap. */
  not_questions: z.array(intentIdSchema),
  /** Groups of words that mean the same to a customer. */
  synonyms: z.array(z.array(z.string().min(1)).min(2)),
});
export type KnowledgePolicy = z.infer<typeof knowledgePolicySchema>;

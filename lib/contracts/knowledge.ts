import { z } from 'zod';
import { intentIdSchema } from '../domain/intent';
import { contract } from './contract';
import { nothing } from './parts';

/** A question the articles do not answer, and in how many conversations it came up. */
const knowledgeGapSchema = z.object({
  id: z.string(),
  intent: intentIdSchema,
  /** The newest wording, without personal data. */
  sample: z.string(),
  count: z.int().positive(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  /** The newest conversations it came up in, of those the reader may see. */
  conversationIds: z.array(z.string()),
});
export type KnowledgeGapView = z.infer<typeof knowledgeGapSchema>;

export const listKnowledgeGaps = contract({
  method: 'GET',
  path: '/api/knowledge/gaps',
  summary: 'Questions no article answers, the most frequent first',
  params: nothing,
  query: z.strictObject({
    intent: intentIdSchema.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  body: nothing,
  response: z.object({ gaps: z.array(knowledgeGapSchema) }),
  status: 200,
});

import { z } from 'zod';
import { requiredFieldSchema } from './intent';
import { conflictSchema, phaseSchema, stepToolSchema } from './knowledge';

/** A playbook step with this account's facts in it; `done` names what in the conversation shows it, or is null. */
export const playbookStepSchema = z.object({
  id: z.string(),
  phase: phaseSchema,
  do: z.string(),
  say: z.string().nullable(),
  tool: stepToolSchema.nullable(),
  source: z.string(),
  done: z.object({ turnId: z.string(), because: z.string() }).nullable(),
});
export type PlaybookStep = z.infer<typeof playbookStepSchema>;

/** A numbered source of a reply: a passage of an article, or a fact of the account. */
export const citationSchema = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('article'),
    n: z.int().positive(),
    articleId: z.string(),
    chunkId: z.string(),
    title: z.string(),
    quote: z.string(),
    ageDays: z.int(),
    stale: z.boolean(),
    audience: z.enum(['public', 'internal']),
    /** Articles that give another figure; absent when none does. */
    conflicts: z.array(conflictSchema).optional(),
  }),
  z.object({ of: z.literal('account'), n: z.int().positive(), fact: z.string(), value: z.string() }),
]);
export type Citation = z.infer<typeof citationSchema>;

/** Of the reply being right, calibrated; null where a rule chose the words and there is no chance to speak of. */
const confidenceSchema = z.number().min(0).max(1).nullable();

export const resolutionSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('suggest'),
    steps: z.array(playbookStepSchema),
    reply: z.string().min(1),
    citations: z.array(citationSchema),
    confidence: confidenceSchema,
  }),
  z.object({
    outcome: z.literal('ask'),
    steps: z.array(playbookStepSchema),
    reply: z.string().min(1),
    field: requiredFieldSchema,
    citations: z.array(citationSchema),
    confidence: confidenceSchema,
  }),
  z.object({
    outcome: z.literal('escalate'),
    steps: z.array(playbookStepSchema),
    reply: z.string().min(1),
    citations: z.array(citationSchema),
    confidence: confidenceSchema,
  }),
  z.object({
    outcome: z.literal('abstain'),
    steps: z.array(playbookStepSchema),
    missing: z.object({ kind: z.enum(['knowledge', 'field', 'decision']), what: z.string() }),
  }),
]);
export type Resolution = z.infer<typeof resolutionSchema>;

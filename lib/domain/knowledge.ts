import { z } from 'zod';
import { WRITE_TOOLS } from './tool';

export const TOPICS = [
  'billing',
  'payments',
  'plans',
  'outages',
  'internet',
  'wifi',
  'tv',
  'mobile',
  'devices',
  'orders',
  'returns',
  'visits',
  'repairs',
  'account',
  'security',
  'conduct',
] as const;
export const topicSchema = z.enum(TOPICS);
export type Topic = z.infer<typeof topicSchema>;

export const audienceSchema = z.enum(['public', 'internal']);
export type Audience = z.infer<typeof audienceSchema>;

export const phaseSchema = z.enum(['diagnose', 'de-escalate', 'resolve', 'document']);
export type Phase = z.infer<typeof phaseSchema>;

/** Tools that a procedure names. */
export const stepToolSchema = z.enum([...WRITE_TOOLS, 'run-line-test']);

/** One step of a procedure: `do` is for the rep, `say` is what the customer would read, with slots in braces. */
export const articleStepSchema = z.strictObject({
  phase: phaseSchema,
  do: z.string().min(1),
  say: z.string().min(1).optional(),
  tool: stepToolSchema.optional(),
});

/** What an article says, as one version of it. */
export const articleBodySchema = z.strictObject({
  title: z.string().min(1),
  topic: topicSchema,
  products: z.array(z.enum(['fiber', 'tv', 'mobile', 'home'])),
  intents: z.array(z.string()),
  audience: audienceSchema,
  owner: z.string().min(1),
  facts: z.array(z.string().min(1)).min(1),
  steps: z.array(articleStepSchema).default([]),
  related: z.array(z.string()).default([]),
});
export type ArticleBody = z.infer<typeof articleBodySchema>;

/** An article as search and resolution read it. `reviewedAt` is when its owner last confirmed it. */
export interface Article extends ArticleBody {
  id: string;
  version: number;
  reviewedAt: Date;
}

/** A fact of another article that gives another figure for the same thing: which one holds is for a person to say. */
export const conflictSchema = z.object({
  articleId: z.string(),
  title: z.string(),
  text: z.string(),
  ageDays: z.int().nonnegative(),
});

/** One hit, as a rep and a reply cite it. `relevance` is calibrated: the share of hits with this figure that answer the question. */
export const passageSchema = z.object({
  articleId: z.string(),
  version: z.int(),
  title: z.string(),
  topic: topicSchema,
  audience: audienceSchema,
  /** The fact itself, word for word. */
  text: z.string(),
  chunkId: z.string(),
  relevance: z.number().min(0).max(1),
  ageDays: z.int().nonnegative(),
  /** Older than its topic allows and likely to change. */
  stale: z.boolean(),
  /** Absent when no article contradicts it. */
  conflicts: z.array(conflictSchema).optional(),
});
export type Passage = z.infer<typeof passageSchema>;

/** An outage or a known issue that touches this customer, and why it does. */
export const incidentHitSchema = z.object({
  number: z.string(),
  kind: z.enum(['outage', 'known-issue']),
  title: z.string(),
  cause: z.string(),
  workaround: z.string().nullable(),
  startedAt: z.string(),
  restoreAt: z.string().nullable(),
  because: z.string(),
});
export type IncidentHit = z.infer<typeof incidentHitSchema>;

export const retrievalSchema = z.object({
  query: z.string(),
  passages: z.array(passageSchema),
  incidents: z.array(incidentHitSchema),
  /** Of the best passage; 0 when nothing was found. Below the threshold of policies/knowledge.yaml it becomes a recorded gap. */
  confidence: z.number().min(0).max(1),
  gap: z.boolean(),
});
export type Retrieval = z.infer<typeof retrievalSchema>;

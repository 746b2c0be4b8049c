import { z } from 'zod';
import { flagSchema } from '../domain/triage';

/** `policies/triage/sentiment.yaml`: sentences the sentiment model learns from. */
export const sentimentExamplesSchema = z.strictObject({
  frustrated: z.array(z.string().min(1)).min(50),
  neutral: z.array(z.string().min(1)).min(50),
  positive: z.array(z.string().min(1)).min(50),
});
export type SentimentExamples = z.infer<typeof sentimentExamplesSchema>;

/** `policies/triage/flags.yaml`: what raises a flag, and the innocent phrases that look like it (phrases.ts says how phrases match). */
export const flagsPolicySchema = z.partialRecord(
  flagSchema,
  z.strictObject({
    title: z.string(),
    phrases: z.array(z.string().min(1)).min(1),
    unless: z.array(z.string().min(1)).default([]),
  }),
);

/** `policies/triage/urgency.yaml`: clauses over the facts of triage; the highest that holds wins, above the intent's own level. */
export const urgencyPolicySchema = z.strictObject({
  raise: z.array(
    z.strictObject({ when: z.string(), to: z.enum(['normal', 'high', 'critical']), say: z.string() }),
  ),
  complex: z.array(
    z.strictObject({ when: z.string(), to: z.enum(['moderate', 'complex']), say: z.string() }),
  ),
  anger: z.strictObject({ words: z.array(z.string().min(1)).min(1) }),
});

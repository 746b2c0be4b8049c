import { z } from 'zod';
import { flagSchema } from '../domain/triage';

/** `policies/triage/sentiment.yaml`: sentences the sentiment model learns from. */
export const sentimentExamplesSchema = z.strictObject({
  frustrated: z.array(z.string().min(1)).min(50),
  neutral: z.array(z.string().min(1)).min(50),
  positive: z.array(z.string().min(1)).min(50),
});
export type SentimentExamples = z.infer<typeof sentimentExamplesSchema>;

/** `policies/triage/scope.yaml`: words of the desk's own matters, and messages that have nothing to do with it. */
export const scopePolicySchema = z.strictObject({
  inside: z.array(z.string().min(1)),
  outside: z.array(z.string().min(1)).min(50),
});
export type ScopeExamples = z.infer<typeof scopePolicySchema>;

/** Messages by what they have in common. */
const groupsSchema = z.record(z.string(), z.array(z.string().min(1)).min(1));

/** `policies/triage/flags.examples.yaml`: what teaches a flag that phrases alone would miss, and its look-alikes. */
export const flagExamplesSchema = z.strictObject({
  human_requested: z.strictObject({ wishes: groupsSchema, look_alikes: groupsSchema }),
});

/** Messages that a flag is learnt from, out of their groups. */
export interface FlagExamples {
  wishes: string[];
  lookAlikes: string[];
}

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

import { z } from 'zod';
import { severitySchema } from '../domain/guard';

const id = z.string().regex(/^[a-z0-9-]+$/);
const phrases = z.array(z.string().min(1)).min(1);
/** Innocent look-alikes: a match that one of them overlaps does not count. */
const unless = z.array(z.string().min(1)).default([]);

/** `policies/guardrails.yaml`. Phrases match as phrases.ts says; a `repair` is the wording put in their place. */
export const guardrailsPolicySchema = z.strictObject({
  prohibited_topics: z.array(
    z.strictObject({
      id,
      severity: severitySchema,
      phrases,
      unless,
      message: z.string(),
    }),
  ),
  prohibited_phrases: z.array(
    z.strictObject({
      id,
      severity: severitySchema,
      phrases,
      unless,
      message: z.string(),
      repair: z.string().nullable().default(null),
    }),
  ),
  required_disclosures: z.array(
    z.strictObject({
      id,
      severity: severitySchema,
      when_said: phrases,
      unless,
      must_say: phrases,
      add: z.string(),
      message: z.string(),
    }),
  ),
  sensitive_topics: z.array(
    z.strictObject({
      id,
      flag: z.string(),
      avoid: phrases,
      unless,
      severity: severitySchema,
      message: z.string(),
    }),
  ),
  /** Kinds of value that must occur in a cited passage, an account fact or the conversation. */
  grounding: z.strictObject({
    kinds: z.array(z.enum(['amount', 'percentage', 'date', 'duration'])),
    severity: severitySchema,
    message: z.string(),
  }),
  pii: z.strictObject({
    kinds: z.array(z.enum(['credit_card', 'iban', 'ssn'])),
    severity: severitySchema,
    message: z.string(),
  }),
  tone: z.strictObject({
    voice: z.string(),
    avoid: z.array(
      z.strictObject({
        id,
        phrases,
        unless,
        message: z.string(),
        repair: z.string().nullable().default(null),
      }),
    ),
    /** Words in capitals that make a sentence shout, what is written in capitals anyway, and emoji that a reply may hold. */
    shouting: z.strictObject({
      message: z.string(),
      capital_words: z.int().min(1),
      known_short_forms: z.array(z.string().regex(/^[A-Z0-9]+$/)),
      most_emoji: z.int().min(0),
    }),
    empathy_first: z.strictObject({
      when_sentiment_below: z.number().min(-1).max(0),
      openers: z.record(z.string(), z.array(z.string()).min(1)),
    }),
  }),
});
export type GuardrailsSource = z.infer<typeof guardrailsPolicySchema>;

import { z } from 'zod';

const probability = z.number().min(0.5).max(1);
const phrases = z.array(z.string().min(1)).min(1);
const named = z.record(z.string().regex(/^[a-z][a-z-]*$/, 'it is named in small letters'), phrases);

/** Sentences by what they have in common. */
const groups = z.record(z.string(), z.array(z.string().min(1)).min(1));

/**
 * `policies/guardrails.examples.yaml`: what teaches the guardrails to read sentences that no phrase foresees; and
 * `policies/guardrails.flagged.yaml`: the same for what is wrong only while a flag is raised.
 */
export const guardrailExamplesSchema = z.strictObject({
  /** The language the examples are in, as ISO 639-1: sentences in another are not read. */
  language: z.string().length(2),
  /** Probability from which a sentence is found, and from which a rule that blocks does so. */
  sure: z.strictObject({ find: probability, block: probability }),
  names: named,
  cues: named,
  rules: z.record(
    z.string(),
    z.strictObject({
      reads: z.string().min(1),
      needs: z.array(z.string()).default([]),
      breaks: groups,
      fine: groups,
    }),
  ),
  everyday: groups,
});
export type GuardrailExamplesSource = z.infer<typeof guardrailExamplesSchema>;

import { z } from 'zod';

export const severitySchema = z.enum(['repair', 'warn', 'block']);
export type Severity = z.infer<typeof severitySchema>;

/** One thing a guardrail found; offsets are in the text that was checked. `repair` is the wording that would pass, null where only a person can fix it. */
export const findingSchema = z.object({
  rule: z.string(),
  severity: severitySchema,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  message: z.string(),
  repair: z.string().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** `text` is what may go out: the same words when it passes, the repaired ones, or null when it is blocked. */
export const guardVerdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('pass'), text: z.string(), findings: z.array(findingSchema) }),
  z.object({ verdict: z.literal('repaired'), text: z.string(), findings: z.array(findingSchema) }),
  z.object({ verdict: z.literal('blocked'), text: z.null(), findings: z.array(findingSchema) }),
]);
export type GuardVerdict = z.infer<typeof guardVerdictSchema>;

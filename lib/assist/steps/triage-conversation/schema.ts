import { z } from 'zod';
import { turnSchema, utteranceSchema } from '../../../domain/conversation';
import { accountSchema } from '../../../domain/customer';
import { incidentSchema } from '../../../domain/incident';
import { intentIdSchema } from '../../../domain/intent';
import { complexitySchema, sentimentLabelSchema, urgencySchema } from '../../../domain/triage';

/** What people corrected outranks every engine. */
export const overridesSchema = z.object({
  intent: intentIdSchema.optional(),
  urgency: urgencySchema.optional(),
  complexity: complexitySchema.optional(),
  sentiment: sentimentLabelSchema.optional(),
});

export const triageInputSchema = z.object({
  utterances: z.array(utteranceSchema).min(1),
  turns: z.array(turnSchema.pick({ role: true, kind: true, at: true })),
  account: accountSchema,
  /** Open outages and known issues that may touch this customer. */
  incidents: z.array(incidentSchema),
  channel: z.string(),
  escalated: z.boolean(),
  overrides: overridesSchema,
});

import { z } from 'zod';
import { utteranceSchema } from '../../../domain/conversation';
import { accountFactSchema, accountSchema } from '../../../domain/customer';
import { sentSuggestionSchema } from '../../../domain/handoff';
import { retrievalSchema } from '../../../domain/knowledge';
import { playbookStepSchema } from '../../../domain/resolution';
import { triageSchema } from '../../../domain/triage';

export const packInputSchema = z.object({
  utterances: z.array(utteranceSchema).min(1),
  triage: triageSchema,
  retrieval: retrievalSchema,
  account: accountSchema,
  facts: z.array(accountFactSchema),
  steps: z.array(playbookStepSchema),
  sent: z.array(sentSuggestionSchema),
  untickedAt: z.array(z.string()),
  /** When each message was written. */
  times: z.array(z.object({ turnId: z.string(), at: z.iso.datetime() })),
});
export type PackInput = z.infer<typeof packInputSchema>;

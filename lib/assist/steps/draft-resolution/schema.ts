import { z } from 'zod';
import { utteranceSchema } from '../../../domain/conversation';
import { accountFactSchema } from '../../../domain/customer';
import { escalationDecisionSchema } from '../../../domain/escalation';
import { retrievalSchema } from '../../../domain/knowledge';
import { playbookStepSchema } from '../../../domain/resolution';
import { triageSchema } from '../../../domain/triage';

export const resolveInputSchema = z.object({
  utterances: z.array(utteranceSchema).min(1),
  triage: triageSchema,
  retrieval: retrievalSchema,
  escalation: escalationDecisionSchema,
  facts: z.array(accountFactSchema),
  steps: z.array(playbookStepSchema),
});
export type ResolveInput = z.infer<typeof resolveInputSchema>;

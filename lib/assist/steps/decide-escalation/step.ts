import { z } from 'zod';
import { turnSchema } from '../../../domain/conversation';
import { accountSchema } from '../../../domain/customer';
import { escalationDecisionSchema } from '../../../domain/escalation';
import { retrievalSchema } from '../../../domain/knowledge';
import { RULES } from '../../../domain/run';
import { triageSchema } from '../../../domain/triage';
import { escalate } from '../../../rules/escalate';
import { escalationFacts } from '../../facts/escalation-facts';
import type { Step } from '../../step';

export const escalateInputSchema = z.object({
  triage: triageSchema,
  retrieval: retrievalSchema,
  account: accountSchema,
  turns: z.array(turnSchema.pick({ role: true, kind: true, at: true })),
  channel: z.string(),
  escalated: z.boolean(),
});

/** Whether this must go to someone else. Rules alone: no model is asked. */
export const decideEscalation: Step<typeof escalateInputSchema, typeof escalationDecisionSchema> = {
  id: 'escalate',
  input: escalateInputSchema,
  output: escalationDecisionSchema,
  async run(input, ports) {
    const facts = escalationFacts({ ...input, now: ports.clock.now() });
    return { value: escalate(ports.policies.escalation, facts), use: RULES };
  },
};

import { z } from 'zod';
import { turnSchema } from '../../../domain/conversation';
import { accountSchema } from '../../../domain/customer';
import { escalationDecisionSchema, type FiredTrigger } from '../../../domain/escalation';
import { retrievalSchema } from '../../../domain/knowledge';
import { RULES } from '../../../domain/run';
import { type Triage, triageSchema } from '../../../domain/triage';
import { escalate } from '../../../rules/escalate';
import { escalationFacts } from '../../facts/escalation-facts';
import type { Step } from '../../step';

export const escalateInputSchema = z.object({
  triage: triageSchema,
  /** The same conversation as the local engine reads it. */
  local: triageSchema,
  retrieval: retrievalSchema,
  account: accountSchema,
  turns: z.array(turnSchema.pick({ role: true, kind: true, at: true })),
  channel: z.string(),
  escalated: z.boolean(),
  turnsWithoutProgress: z.int().nonnegative(),
});

const inOrder = (trigger: FiredTrigger): FiredTrigger => ({
  ...trigger,
  seen: Object.fromEntries(Object.entries(trigger.seen).sort(([a], [b]) => (a < b ? -1 : 1))),
});

/**
 * The decision with what its triggers saw in one order. A store may give back the keys of a record in another, and a later step whose
 * input holds them would then not be recognised as finished.
 */
const decisionSchema = escalationDecisionSchema.overwrite(({ risk, decision }) => ({
  risk,
  decision: decision.escalate
    ? { ...decision, triggers: decision.triggers.map(inOrder) }
    : { ...decision, considered: decision.considered.map(inOrder) },
}));

/** Whether this must go to someone else. Rules alone, over two readings of the conversation: no model is asked. */
export const decideEscalation: Step<typeof escalateInputSchema, typeof escalationDecisionSchema> = {
  id: 'escalate',
  input: escalateInputSchema,
  output: decisionSchema,
  async run({ local, ...input }, ports) {
    const now = ports.clock.now();
    const factsOf = (triage: Triage) => escalationFacts({ ...input, triage, now });
    return { value: escalate(ports.policies.escalation, factsOf(input.triage), factsOf(local)), use: RULES };
  },
};

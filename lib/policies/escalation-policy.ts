import { z } from 'zod';
import { escalationKindSchema } from '../domain/escalation';

const trigger = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  when: z.string().min(1),
  to: z.string().min(1),
  kind: escalationKindSchema,
  /** The sentence a rep reads, with `{path.to.fact}` slots. */
  say: z.string().min(1),
};

/** `policies/escalation.yaml`. Hard triggers are unconditional; soft ones escalate when together they weigh `soft_threshold` or more. */
export const escalationPolicySchema = z.strictObject({
  hard: z.array(z.strictObject(trigger)).min(1),
  soft: z.array(z.strictObject({ ...trigger, weight: z.number().positive().max(1) })),
  soft_threshold: z.number().positive(),
  /** Which queue takes over when hard triggers that fired name several: the first of these. Names every queue of a hard trigger. */
  queue_order: z.array(z.string().min(1)).min(1),
  risk: z.strictObject({
    sentiment: z.number().nonnegative(),
    complexity: z.number().nonnegative(),
    business: z.number().nonnegative(),
    dispute_limit: z.number().positive(),
  }),
  pick_up_minutes: z.record(escalationKindSchema, z.int().positive()),
});
export type EscalationSource = z.infer<typeof escalationPolicySchema>;

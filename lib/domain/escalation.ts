import { z } from 'zod';

export const escalationKindSchema = z.enum(['immediate', 'specialist', 'scheduled']);
export type EscalationKind = z.infer<typeof escalationKindSchema>;

/** A trigger that fired: the clause, the values it saw, and the sentence a rep reads. */
export const firedTriggerSchema = z.object({
  id: z.string(),
  hard: z.boolean(),
  when: z.string(),
  seen: z.record(z.string(), z.unknown()),
  say: z.string(),
  /**
   * Whose reading of the conversation it fired on: that of the engine that was asked, the local one's, or both. Of hard triggers only;
   * absent in cues from before they were held against two.
   */
  reading: z.enum(['engine', 'local', 'both']).optional(),
});
export type FiredTrigger = z.infer<typeof firedTriggerSchema>;

/** Risk from 0 to 1 in three dimensions; `total` is weighted by policies/escalation.yaml. */
export const riskSchema = z.object({
  sentiment: z.number().min(0).max(1),
  complexity: z.number().min(0).max(1),
  business: z.number().min(0).max(1),
  total: z.number().min(0).max(1),
});
export type Risk = z.infer<typeof riskSchema>;

export const escalationDecisionSchema = z.object({
  risk: riskSchema,
  decision: z.discriminatedUnion('escalate', [
    z.object({ escalate: z.literal(false), considered: z.array(firedTriggerSchema) }),
    z.object({
      escalate: z.literal(true),
      kind: escalationKindSchema,
      queue: z.string(),
      pickUpMinutes: z.int().positive(),
      triggers: z.array(firedTriggerSchema).min(1),
    }),
  ]),
});
export type EscalationDecision = z.infer<typeof escalationDecisionSchema>;

export const escalationStateSchema = z.enum(['waiting', 'accepted', 'returned', 'done']);
export type EscalationState = z.infer<typeof escalationStateSchema>;

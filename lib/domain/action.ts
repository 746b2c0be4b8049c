import { z } from 'zod';
import { moneySchema } from '../core/money';
import { clauseResultSchema } from './clause';
import { writeToolSchema } from './tool';
import { roleSchema } from './user';

/** What an action would do: one sentence, what changes from what to what, and what it gives away. */
export const effectSchema = z.object({
  sentence: z.string().min(1),
  changes: z.array(z.object({ what: z.string(), before: z.string(), after: z.string() })),
  amount: moneySchema,
});
export type Effect = z.infer<typeof effectSchema>;

/** waiting: for a second person. approved: decided, not yet run. failed: nothing changed, and it may be tried again. */
export const actionStateSchema = z.enum(['waiting', 'approved', 'done', 'failed', 'declined', 'reversed']);
export type ActionState = z.infer<typeof actionStateSchema>;

export const actionOriginSchema = z.enum(['suggestion', 'rep', 'offer', 'api']);
export type ActionOrigin = z.infer<typeof actionOriginSchema>;

/** Whether the policy lets somebody do this: alone, with a second person, or not. `clauses` are all that were looked at. */
export const authorityDecisionSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('allowed'), clauses: z.array(clauseResultSchema) }),
  z.object({
    outcome: z.literal('second'),
    clauses: z.array(clauseResultSchema),
    /** Roles of those who may be the second person, and why one is needed. */
    roles: z.array(roleSchema).min(1),
    because: z.string(),
  }),
  z.object({ outcome: z.literal('refused'), clauses: z.array(clauseResultSchema) }),
]);
export type AuthorityDecision = z.infer<typeof authorityDecisionSchema>;

export const approvalSchema = z.object({
  step: z.enum(['first', 'second']),
  verdict: z.enum(['approved', 'declined']),
  actorId: z.string(),
  actorName: z.string(),
  role: z.string(),
  hash: z.string(),
  policyHash: z.string(),
  clauses: z.array(clauseResultSchema),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
});
export type Approval = z.infer<typeof approvalSchema>;

/** What a tool answers when it has run: a sentence for people, the record it made, and what its reversal needs. */
export const outcomeSchema = z.object({
  sentence: z.string().min(1),
  reference: z.string().nullable(),
  /** What the tool's own reversal reads; null where nothing can be taken back. */
  undo: z.record(z.string(), z.unknown()).nullable(),
});
export type ActionOutcome = z.infer<typeof outcomeSchema>;

export const receiptSchema = z.object({ number: z.string(), outcome: outcomeSchema, at: z.iso.datetime() });
export type Receipt = z.infer<typeof receiptSchema>;

export const actionSchema = z.object({
  id: z.string(),
  conversationId: z.string().nullable(),
  customerId: z.string(),
  tool: writeToolSchema,
  params: z.record(z.string(), z.unknown()),
  hash: z.string(),
  state: actionStateSchema,
  effect: effectSchema,
  requestedById: z.string(),
  requestedByName: z.string(),
  requestedAt: z.iso.datetime(),
  origin: actionOriginSchema,
  originId: z.string().nullable(),
  fault: z.string().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  reversesId: z.string().nullable(),
  approvals: z.array(approvalSchema),
  receipt: receiptSchema.nullable(),
});
export type Action = z.infer<typeof actionSchema>;

/** An action that ran in a conversation and stands, in as little as the pipeline needs of it. */
export interface RecordedAction {
  tool: Action['tool'];
  receipt: string;
}

import { z } from 'zod';
import { moneySchema } from '../core/money';
import {
  actionOriginSchema,
  actionSchema,
  actionStateSchema,
  authorityDecisionSchema,
  effectSchema,
} from '../domain/action';
import { readToolSchema, writeToolSchema } from '../domain/tool';
import { contract } from './contract';
import { sha256 as hash, idParams, intentionKey as key, nothing } from './parts';

/** One field of a tool's form. A choice of things of this account lists them. */
export const fieldSchema = z.object({
  name: z.string(),
  title: z.string(),
  kind: z.enum(['text', 'amount', 'whole', 'date', 'yes-no', 'choice']),
  required: z.boolean(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type ToolField = z.infer<typeof fieldSchema>;

const params = z.record(
  z.string().max(60),
  z.union([z.string().max(500), z.number(), z.boolean(), z.null()]),
);

/** What was on the screen: sent along, so that a refusal can say what is different now. */
export const shownSchema = z.object({ effect: effectSchema, decision: authorityDecisionSchema });

const problems = z.array(z.object({ path: z.string(), message: z.string() }));

export const proposalSchema = z.object({
  tool: writeToolSchema,
  params,
  /** Why it is proposed: the step of the procedure that names it. */
  because: z.string(),
  cueId: z.string(),
});
export type ActionProposal = z.infer<typeof proposalSchema>;

export const actionsViewSchema = z.object({
  /** Whether this actor may act in this conversation at all. */
  mayAct: z.boolean(),
  writes: z.array(
    z.object({
      id: writeToolSchema,
      title: z.string(),
      fields: z.array(fieldSchema),
      /** Parameters as far as the account and what was said tell them. */
      start: params,
      /** What this actor may give alone, and at most with a second person; null where they may not run it. */
      limits: z.object({ alone: moneySchema, atMost: moneySchema }).nullable(),
    }),
  ),
  reads: z.array(z.object({ id: readToolSchema, title: z.string(), fields: z.array(fieldSchema) })),
  proposals: z.array(proposalSchema),
  /** Newest first. */
  actions: z.array(actionSchema),
});
export type ActionsView = z.infer<typeof actionsViewSchema>;

export const listActions = contract({
  method: 'GET',
  path: '/api/conversations/{id}/actions',
  summary: 'What can be done to this account, what is proposed, and what was done',
  params: idParams,
  query: nothing,
  body: nothing,
  response: actionsViewSchema,
  status: 200,
});

/** What an action would do and whether it is allowed, or what stands in the way. `hash` is what an approval is bound to. */
export const actionPreviewSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('possible'),
    effect: effectSchema,
    decision: authorityDecisionSchema,
    hash,
    /** The parameters as they are understood. */
    params,
  }),
  z.object({ is: z.literal('impossible'), problems }),
]);
export type ActionPreview = z.infer<typeof actionPreviewSchema>;

export const previewAction = contract({
  method: 'POST',
  path: '/api/conversations/{id}/actions/preview',
  summary: 'What an action would do, by which rules; changes nothing',
  params: idParams,
  query: nothing,
  body: z.strictObject({ tool: writeToolSchema, params }),
  response: actionPreviewSchema,
  status: 200,
});

export const approveAction = contract({
  method: 'POST',
  path: '/api/conversations/{id}/actions',
  summary: 'Approve exactly what was shown; it runs once, or waits for a second person',
  params: idParams,
  query: nothing,
  body: z.strictObject({
    key,
    tool: writeToolSchema,
    params,
    hash,
    shown: shownSchema.optional(),
    origin: actionOriginSchema.extract(['suggestion', 'rep']),
    originId: z.string().max(60).nullable().default(null),
  }),
  response: z.object({ action: actionSchema }),
  status: 201,
});

export const secondApproval = contract({
  method: 'POST',
  path: '/api/actions/{id}/approval',
  summary: 'The second person approves or declines exactly what was shown',
  params: idParams,
  query: nothing,
  body: z.strictObject({
    verdict: z.enum(['approved', 'declined']),
    hash,
    reason: z.string().trim().max(500).nullable().default(null),
  }),
  response: z.object({ action: actionSchema }),
  status: 200,
});

export const retryAction = contract({
  method: 'POST',
  path: '/api/actions/{id}/retry',
  summary: 'Run an approved action again that a system of record did not answer',
  params: idParams,
  query: nothing,
  body: nothing,
  response: z.object({ action: actionSchema }),
  status: 200,
});

export const previewReversal = contract({
  method: 'GET',
  path: '/api/actions/{id}/reversal',
  summary: 'What taking an action back would do; changes nothing',
  params: idParams,
  query: nothing,
  body: nothing,
  response: actionPreviewSchema,
  status: 200,
});

export const reverseAction = contract({
  method: 'POST',
  path: '/api/actions/{id}/reversal',
  summary: 'Take an action back; an action of its own with its own approval and receipt',
  params: idParams,
  query: nothing,
  body: z.strictObject({ key, hash, shown: shownSchema.optional() }),
  response: z.object({ action: actionSchema }),
  status: 201,
});

export const listApprovals = contract({
  method: 'GET',
  path: '/api/actions',
  summary: 'Actions by state, the oldest first: those that wait for a second person, those that failed',
  params: nothing,
  query: z.strictObject({ state: actionStateSchema.default('waiting') }),
  body: nothing,
  response: z.object({
    actions: z.array(z.object({ action: actionSchema, customerName: z.string(), mayApprove: z.boolean() })),
  }),
  status: 200,
});

export const lookUp = contract({
  method: 'POST',
  path: '/api/conversations/{id}/look-up',
  summary: 'Look something up about this account',
  params: idParams,
  query: nothing,
  body: z.strictObject({ tool: readToolSchema, params }),
  response: z.discriminatedUnion('is', [
    z.object({
      is: z.literal('found'),
      sentence: z.string(),
      rows: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
    z.object({ is: z.literal('impossible'), problems }),
  ]),
  status: 200,
});

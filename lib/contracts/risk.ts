import { z } from 'zod';
import { moneySchema } from '../core/money';
import { callOutcomeSchema, riskDriverSchema } from '../domain/cancel-risk';
import { channelSchema } from '../domain/channel';
import { tierSchema } from '../domain/customer';
import { contract } from './contract';
import { done, idParams, nothing } from './parts';

/** What the morning's scores are: those of a day by a version of the model, or why there are none. */
const standing = {
  scored: { is: z.literal('scored'), on: z.iso.date(), version: z.string() },
  abstained: { is: z.literal('abstained'), because: z.string() },
};

export const areaRiskSchema = z.object({
  /** Null for customers whose area is not known. */
  area: z.string().nullable(),
  customers: z.int(),
  /** The sum of everyone's chance to leave within 60 days. */
  expectedLeavers: z.number(),
  /** Customers in the high band, and their share. */
  high: z.int(),
  shareHigh: z.number(),
  /** What waits there: open conversations, and visits that are booked. */
  openConversations: z.int(),
  waitingVisits: z.int(),
});
export type AreaRisk = z.infer<typeof areaRiskSchema>;

export const listRiskAreas = contract({
  method: 'GET',
  path: '/api/risk/areas',
  summary: 'Cancel risk and backlog by area, the most expected leavers first',
  params: nothing,
  query: nothing,
  body: nothing,
  response: z.discriminatedUnion('is', [
    z.object({ ...standing.scored, areas: z.array(areaRiskSchema) }),
    z.object(standing.abstained),
  ]),
  status: 200,
});
export type RiskAreas = z.infer<typeof listRiskAreas.response>;

export const callBackSchema = z.object({
  customerId: z.string(),
  name: z.string(),
  tier: tierSchema,
  area: z.string().nullable(),
  phone: z.string().nullable(),
  /** What all their services cost a month. */
  monthly: moneySchema,
  score: z.number().min(0).max(1),
  band: z.enum(['low', 'medium', 'high']),
  drivers: z.array(riskDriverSchema),
  /** Their newest conversation that the reader may see, and what they last wrote in it. */
  last: z
    .object({
      conversationId: z.string(),
      at: z.iso.datetime(),
      channel: channelSchema,
      said: z.string(),
    })
    .nullable(),
  /** Whether a conversation with them is open now. */
  inContact: z.boolean(),
  called: z.object({ at: z.iso.datetime(), by: z.string(), outcome: callOutcomeSchema }).nullable(),
});
export type CallBack = z.infer<typeof callBackSchema>;

export const listCallBacks = contract({
  method: 'GET',
  path: '/api/risk/call-backs',
  summary: 'Whom to ring first and why, by what is likely to be lost',
  params: nothing,
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  body: nothing,
  response: z.discriminatedUnion('is', [
    z.object({ ...standing.scored, customers: z.array(callBackSchema) }),
    z.object(standing.abstained),
  ]),
  status: 200,
});
export type CallBacks = z.infer<typeof listCallBacks.response>;

export const recordCall = contract({
  method: 'POST',
  path: '/api/risk/call-backs/{id}',
  summary: 'Note that a customer was rung, and what came of it',
  params: idParams,
  query: nothing,
  body: z.strictObject({ outcome: callOutcomeSchema }),
  response: done,
  status: 200,
});

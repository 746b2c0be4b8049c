import { z } from 'zod';
import { actionSchema } from '../domain/action';
import { cancelRiskSchema } from '../domain/cancel-risk';
import { decidedOfferSchema, offerAnswerSchema, offerResponseSchema } from '../domain/offer';
import { actionPreviewSchema } from './actions';
import { contract } from './contract';
import { done, sha256 as hash, idParams, intentionKey as key, nothing } from './parts';

const offerParams = idParams.extend({ offer: z.string().regex(/^[a-z0-9-]{1,80}$/, 'is not an offer') });

export const retentionViewSchema = z.object({
  risk: cancelRiskSchema,
  /** At most two, the best first: every clause of theirs is true now. */
  shown: z.array(decidedOfferSchema),
  withheld: z.array(decidedOfferSchema),
  /** What this customer heard in this conversation, newest first. */
  responses: z.array(offerResponseSchema),
  /** Until when this rep wants no offers; null when they do. */
  quietUntil: z.iso.datetime().nullable(),
  mayPresent: z.boolean(),
});
export type RetentionView = z.infer<typeof retentionViewSchema>;

export const getRetention = contract({
  method: 'GET',
  path: '/api/conversations/{id}/retention',
  summary: 'Cancel risk and every offer as decided now, clause by clause',
  params: idParams,
  query: nothing,
  body: nothing,
  response: retentionViewSchema,
  status: 200,
});

export const presentOffer = contract({
  method: 'POST',
  path: '/api/conversations/{id}/offers/{offer}/present',
  summary: 'Record that an offer was put to the customer; decided again first',
  params: offerParams,
  query: nothing,
  body: nothing,
  response: z.object({ response: offerResponseSchema }),
  status: 201,
});

export const previewAcceptance = contract({
  method: 'GET',
  path: '/api/conversations/{id}/offers/{offer}/acceptance',
  summary: 'What accepting an offer would do; changes nothing',
  params: offerParams,
  query: nothing,
  body: nothing,
  response: actionPreviewSchema,
  status: 200,
});

/** An acceptance carries what was shown of its action: it is approved with it. */
export const answerOffer = contract({
  method: 'POST',
  path: '/api/conversations/{id}/offers/{offer}/answer',
  summary: 'What the customer said to an offer; an acceptance runs its action',
  params: offerParams,
  query: nothing,
  body: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('accepted'), key, hash }),
    z.strictObject({
      answer: offerAnswerSchema.exclude(['accepted']),
      reason: z.string().trim().max(300).nullable().default(null),
    }),
  ]),
  response: z.object({ response: offerResponseSchema, action: actionSchema.nullable() }),
  status: 201,
});

export const setQuiet = contract({
  method: 'POST',
  path: '/api/me/quiet',
  summary: 'No offers on this screen for so many minutes; 0 brings them back',
  params: nothing,
  query: nothing,
  body: z.strictObject({ minutes: z.int().min(0).max(720) }),
  response: done,
  status: 200,
});

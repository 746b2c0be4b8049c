import { z } from 'zod';
import { moneySchema } from '../core/money';
import { clauseResultSchema } from './clause';

export const offerKindSchema = z.enum([
  'retention',
  'right-sizing',
  'contract',
  'make-good',
  'device-upgrade',
  'add-on',
  'bundle',
  'protection',
  'visit-discount',
]);
export type OfferKind = z.infer<typeof offerKindSchema>;

/** The five lists of clauses of an offer, in the order a rep reads them. */
export const CLAUSE_LISTS = ['eligibility', 'applicability', 'suitability', 'contact', 'budget'] as const;

/** One offer held against one customer at one moment. Unknown is never eligible. */
export const decidedOfferSchema = z.object({
  id: z.string(),
  kind: offerKindSchema,
  title: z.string(),
  outcome: z.enum(['eligible', 'not-eligible', 'unknown']),
  /** Every clause, those of `contact.yaml` too, the failing ones as well. */
  clauses: z.array(clauseResultSchema),
  /** What to say, filled with this customer's facts. */
  say: z.string(),
  /** What it is worth to the customer and what it costs the company, over its whole length. */
  value: moneySchema,
  cost: moneySchema,
  /** What offers are ordered by, by the weights of contact.yaml; higher is better. */
  score: z.number(),
});
export type DecidedOffer = z.infer<typeof decidedOfferSchema>;

export const offerAnswerSchema = z.enum(['accepted', 'declined', 'ignored']);
export type OfferAnswer = z.infer<typeof offerAnswerSchema>;

export const offerResponseSchema = z.object({
  id: z.string(),
  offerId: z.string(),
  kind: offerKindSchema,
  response: z.enum(['presented', ...offerAnswerSchema.options]),
  reason: z.string().nullable(),
  actorName: z.string(),
  presentedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  actionId: z.string().nullable(),
});
export type OfferResponse = z.infer<typeof offerResponseSchema>;

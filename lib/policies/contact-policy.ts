import { z } from 'zod';
import { offerKindSchema } from '../domain/offer';
import { OFFER_FACTS } from './facts';
import { zodOfFacts } from './facts-schema';
import { dollarsSchema, offerClauseSchema } from './offer-policy';

const id = z.string().regex(/^[a-z0-9-]+$/);
const share = z.number().min(0).max(1);

/** What eligible offers are ordered by; lib/rules/rank-offer.ts has the formula. */
const arbitrationSchema = z.strictObject({
  weights: z.strictObject({
    customer: z.number().nonnegative(),
    company: z.number().nonnegative(),
    /** Dollars that a perfect fit is worth. */
    suitability: z.number().nonnegative(),
    /** Dollars taken off for each offer of the same kind that was made within `fatigue_days`. */
    fatigue: z.number().nonnegative(),
  }),
  fatigue_days: z.int().positive(),
  /** Of what a customer pays in so many months, the share that is margin: what is lost when they leave. */
  retained: z.strictObject({ margin: share, months: z.int().positive() }),
  /** How far an offer of each kind speaks to leaving: its share of the retained margin. */
  retains: z.record(offerKindSchema, share),
});
export type Arbitration = z.infer<typeof arbitrationSchema>;

/** `policies/contact.yaml`: when offers may be made at all, how many are shown, what pays for them. */
export const contactPolicySchema = z.strictObject({
  at_most_shown: z.int().min(1).max(2),
  rules: z.array(z.strictObject({ id, ...offerClauseSchema.shape })).min(1),
  arbitration: arbitrationSchema,
  pools: z.array(z.strictObject({ id, title: z.string().min(1), monthly: dollarsSchema })),
  /** A moment in which every rule holds: cases of offers say only what is different. */
  cases_start_from: zodOfFacts(OFFER_FACTS),
});
export type ContactSource = z.infer<typeof contactPolicySchema>;

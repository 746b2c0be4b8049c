import { z } from 'zod';
import { offerKindSchema } from '../domain/offer';
import { writeToolSchema } from '../domain/tool';
import { OFFER_FACTS } from './facts';
import { zodOfFacts } from './facts-schema';

/** US dollars as a person writes them. */
export const dollarsSchema = z.number().nonnegative().multipleOf(0.01);

/** What must be so for an offer, with the sentences a rep reads: `holds` when it is so, `else` when it is not. */
export const offerClauseSchema = z.strictObject({
  when: z.string().min(1),
  holds: z.string().min(1).optional(),
  else: z.string().min(1),
});
export type OfferClauseSource = z.infer<typeof offerClauseSchema>;

const clauses = z.array(offerClauseSchema).max(20);

const valueSchema = z.discriminatedUnion('per', [
  z.strictObject({ amount: dollarsSchema, currency: z.literal('USD'), per: z.literal('once') }),
  z.strictObject({
    amount: dollarsSchema,
    currency: z.literal('USD'),
    per: z.literal('month'),
    months: z.int().positive().max(24),
  }),
]);

/** Facts of a case that differ from those it starts from, and facts that are not known in it. */
export const offerCaseSchema = z.strictObject({
  name: z.string().min(1),
  facts: zodOfFacts(OFFER_FACTS).optional(),
  /** Paths of facts that are missing. */
  without: z.array(z.string()).optional(),
  expect: z.enum(['eligible', 'not-eligible', 'unknown']),
  /** Exactly the clauses that do not hold, in any order; left out when all do. */
  fails: z.array(z.string()).optional(),
});
export type OfferCase = z.infer<typeof offerCaseSchema>;

/** `policies/offers/<id>.yaml`: one thing that may be offered, to whom, when, and how it is carried out. */
export const offerPolicySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: offerKindSchema,
  title: z.string().min(1).max(60),
  /** What it is worth to the customer: once, or each month for so many months. */
  value: valueSchema,
  /** What it costs the company over its whole length, in dollars. */
  cost: dollarsSchema,
  /** The pool of contact.yaml that pays for it, and what it may give in a month. */
  budget: z.strictObject({ pool: z.string(), monthly_cap: dollarsSchema.optional() }).optional(),
  eligibility: clauses.min(1),
  applicability: clauses.min(1),
  suitability: clauses.min(1),
  contact: clauses,
  /** What the rep says, with `{path.to.fact}` slots. */
  say: z.string().min(1).max(400),
  /** The action that an accepted offer proposes; a text parameter may hold slots. */
  fulfil: z.strictObject({
    tool: writeToolSchema,
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  /** What the cases of this file start from, on top of `cases_start_from` of contact.yaml. */
  given: zodOfFacts(OFFER_FACTS).optional(),
  cases: z.array(offerCaseSchema).min(4),
});
export type OfferSource = z.infer<typeof offerPolicySchema>;

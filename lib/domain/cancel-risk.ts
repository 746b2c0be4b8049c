import { z } from 'zod';

/**
 * What cancel risk is learnt from. Never an attribute that the law protects, nor one that stands for it: not the language a customer writes
 * in, not that they are vulnerable, and not the area, because who lives where follows income, age and origin. What an area goes through
 * (an outage) is a fact of the service and is among them.
 */
export const RISK_FEATURES = [
  'tenure_months',
  'lock_months_left',
  'lock_months_over',
  'monthly_dollars',
  'services',
  'bill_change_dollars',
  'overdue_dollars',
  'failed_payments',
  'disputed_bills',
  'autopay',
  'plan_use',
  'outages',
  'missed_visits',
  'late_orders',
  'contacts_90_days',
  'same_reason_contacts',
  'last_csat',
  'mood',
  'mood_falling',
  'cancel_words',
  'competitor_named',
] as const;
export type RiskFeature = (typeof RISK_FEATURES)[number];

/** What is known of a customer on a day; what nobody knows is null. */
export type RiskValues = Readonly<Record<RiskFeature, number | null>>;

/** What speaks for or against leaving, in words a rep may say; `weight` is its share of the score, in log-odds. */
export const riskDriverSchema = z.object({ id: z.string(), says: z.string(), weight: z.number() });
export type RiskDriver = z.infer<typeof riskDriverSchema>;

/** The chance that a customer leaves within 60 days. Abstains until enough outcomes are known to learn from. */
export const cancelRiskSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('scored'),
    /** Calibrated, 0 to 1. */
    score: z.number().min(0).max(1),
    band: z.enum(['low', 'medium', 'high']),
    /** The strongest first, for and against. */
    drivers: z.array(riskDriverSchema),
    version: z.string(),
  }),
  z.object({ is: z.literal('abstained'), because: z.string() }),
]);
export type CancelRisk = z.infer<typeof cancelRiskSchema>;

/** Chances from which on a customer stands in a band. */
export const HIGH_RISK_FROM = 0.4;
export const MEDIUM_RISK_FROM = 0.2;
export const riskBandOf = (score: number): 'low' | 'medium' | 'high' =>
  score >= HIGH_RISK_FROM ? 'high' : score >= MEDIUM_RISK_FROM ? 'medium' : 'low';

/** What came of ringing somebody. Who asked not to be rung is left alone for a year. */
export const callOutcomeSchema = z.enum(['reached', 'no-answer', 'do-not-call']);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;

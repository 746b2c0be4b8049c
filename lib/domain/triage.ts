import { z } from 'zod';
import { categorySchema, intentIdSchema, requiredFieldSchema } from './intent';

export const urgencySchema = z.enum(['low', 'normal', 'high', 'critical']);
export type Urgency = z.infer<typeof urgencySchema>;

export const complexitySchema = z.enum(['simple', 'moderate', 'complex']);
export type Complexity = z.infer<typeof complexitySchema>;

export const sentimentLabelSchema = z.enum(['frustrated', 'neutral', 'positive']);
export type SentimentLabel = z.infer<typeof sentimentLabelSchema>;

/** Where a score becomes a label; between them a customer is neutral. */
export const FRUSTRATED_BELOW = -0.25;
export const POSITIVE_ABOVE = 0.3;
export const sentimentLabelOf = (score: number): SentimentLabel =>
  score <= FRUSTRATED_BELOW ? 'frustrated' : score >= POSITIVE_ABOVE ? 'positive' : 'neutral';

/** `score` and `trend` run from -1 (furious) to 1 (delighted); `trend` has one score per customer turn, oldest first. */
export const sentimentSchema = z.object({
  label: sentimentLabelSchema,
  score: z.number().min(-1).max(1),
  anger: z.boolean(),
  trend: z.array(z.number().min(-1).max(1)),
  direction: z.enum(['falling', 'steady', 'rising']),
});
export type Sentiment = z.infer<typeof sentimentSchema>;

export const ENTITY_TYPES = [
  'order_id',
  'invoice_id',
  'visit_id',
  'account_number',
  'amount',
  'date',
  'email',
  'phone',
  'credit_card',
  'iban',
  'ssn',
  'ip',
  'zip',
  'person',
  'address',
  'device',
] as const;
export const entityTypeSchema = z.enum(ENTITY_TYPES);
export type EntityType = z.infer<typeof entityTypeSchema>;

/** `start` and `end` are UTF-16 offsets in the text of the turn. */
export const entitySchema = z.object({
  type: entityTypeSchema,
  value: z.string(),
  turnId: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** The order, invoice or visit of this customer that the value names; null when it names none of theirs. */
  refersTo: z.string().nullable(),
});
export type Entity = z.infer<typeof entitySchema>;

export const FLAGS = [
  'legal',
  'regulator',
  'safety',
  'security',
  'vulnerability',
  'cancel',
  'human_requested',
  'injection',
  'abuse',
  'outage',
] as const;
export const flagSchema = z.enum(FLAGS);
export type Flag = z.infer<typeof flagSchema>;

export const raisedFlagSchema = z.object({
  flag: flagSchema,
  evidence: z.object({ turnId: z.string(), start: z.int(), end: z.int(), text: z.string() }),
});
export type RaisedFlag = z.infer<typeof raisedFlagSchema>;

export const missingFieldSchema = z.object({ field: requiredFieldSchema, ask: z.string() });
export type MissingField = z.infer<typeof missingFieldSchema>;

export const scoredIntentSchema = z.object({
  id: intentIdSchema,
  category: categorySchema,
  title: z.string(),
  /** Calibrated: of all turns given .8, about 80 % have this intent. */
  confidence: z.number().min(0).max(1),
});
export type ScoredIntent = z.infer<typeof scoredIntentSchema>;

export const triageSchema = z.object({
  intent: scoredIntentSchema,
  /** How sure its category is: calibrated, and surer than the intent. Absent in cues from before it was measured. */
  categoryConfidence: z.number().min(0).max(1).optional(),
  secondary: z.array(scoredIntentSchema),
  urgency: z.object({ level: urgencySchema, reasons: z.array(z.string()) }),
  complexity: z.object({ level: complexitySchema, reasons: z.array(z.string()) }),
  sentiment: sentimentSchema,
  entities: z.array(entitySchema),
  flags: z.array(raisedFlagSchema),
  /** Set when the likeliest intent is too unlikely to act on: nothing is asked for it then. */
  unclear: z.literal(true).optional(),
  language: z.string(),
  missing: z.array(missingFieldSchema),
});
export type Triage = z.infer<typeof triageSchema>;

/** What this is about, in words for people. */
export const intentTitle = ({ intent, unclear }: Pick<Triage, 'intent' | 'unclear'>): string =>
  unclear ? 'Not clear yet' : intent.title;

export const hasFlag = (triage: Pick<Triage, 'flags'>, flag: Flag): boolean =>
  triage.flags.some((raised) => raised.flag === flag);

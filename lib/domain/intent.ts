import { z } from 'zod';

export const CATEGORIES = ['billing', 'technical', 'account', 'shipping', 'returns', 'general'] as const;
export const categorySchema = z.enum(CATEGORIES);
export type Category = z.infer<typeof categorySchema>;

/** `<category>.<name>`, a leaf of the taxonomy in `policies/triage/intents`. */
export const intentIdSchema = z
  .string()
  .regex(/^(billing|technical|account|shipping|returns|general)\.[a-z0-9-]+$/);
export type IntentId = z.infer<typeof intentIdSchema>;

export const categoryOf = (intent: IntentId): Category =>
  categorySchema.parse(intent.slice(0, intent.indexOf('.')));

/** How sure it is of the category of the first intent: what its intents have together, 0 to 1. Intents of one reading share out 1. */
export const categoryConfidence = (intents: readonly { id: IntentId; confidence: number }[]): number => {
  const [first] = intents;
  if (!first) return 0;
  const category = categoryOf(first.id);
  return Math.min(
    1,
    intents.reduce((sum, { id, confidence }) => sum + (categoryOf(id) === category ? confidence : 0), 0),
  );
};

export const REQUIRED_FIELDS = [
  'invoice',
  'charge',
  'amount',
  'order',
  'item',
  'service',
  'device',
  'visit',
  'address',
  'date',
  'plan',
  'line',
  'payment_method',
  'email',
  'phone',
  'name',
  'symptom',
  'steps_tried',
  'lights',
  'location',
  'quantity',
  'reason',
  'identity',
] as const;
export const requiredFieldSchema = z.enum(REQUIRED_FIELDS);
export type RequiredField = z.infer<typeof requiredFieldSchema>;

import { z } from 'zod';
import { intentIdSchema } from './intent';
import { complexitySchema, sentimentLabelSchema, urgencySchema } from './triage';

const overrideSchema = z.discriminatedUnion('field', [
  z.strictObject({
    kind: z.literal('override'),
    field: z.literal('intent'),
    before: intentIdSchema,
    after: intentIdSchema,
  }),
  z.strictObject({
    kind: z.literal('override'),
    field: z.literal('urgency'),
    before: urgencySchema,
    after: urgencySchema,
  }),
  z.strictObject({
    kind: z.literal('override'),
    field: z.literal('sentiment'),
    before: sentimentLabelSchema,
    after: sentimentLabelSchema,
  }),
  z.strictObject({
    kind: z.literal('override'),
    field: z.literal('complexity'),
    before: complexitySchema,
    after: complexitySchema,
  }),
  z.strictObject({
    kind: z.literal('override'),
    field: z.literal('step'),
    step: z.string().max(200),
    before: z.boolean(),
    after: z.boolean(),
  }),
]);

const dismissalSchema = z.strictObject({
  kind: z.literal('dismissal'),
  why: z.enum(['wrong', 'not-now', 'already-done', 'clear-the-screen']),
});

/** What is made by hand; the others are recorded where they happen. */
export const byHandSchema = z.discriminatedUnion('kind', [dismissalSchema, overrideSchema]);

/** What a person thought of a cue, typed. Every one is stored with its actor, reason, run and version. */
export const correctionBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), text: z.string().max(20_000) }),
  z.strictObject({
    kind: z.literal('edit'),
    before: z.string().max(20_000),
    after: z.string().max(20_000),
    distance: z.number().min(0).max(1),
  }),
  dismissalSchema,
  overrideSchema,
  z.strictObject({ kind: z.literal('return'), why: z.string().min(3).max(500) }),
]);
export type CorrectionBody = z.infer<typeof correctionBodySchema>;

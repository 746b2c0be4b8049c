import { z } from 'zod';
import { channelSchema } from '@/lib/domain/channel';
import { MESSAGE_LIMIT } from '@/lib/domain/conversation';
import { escalationKindSchema } from '@/lib/domain/escalation';
import { categorySchema, intentIdSchema, requiredFieldSchema } from '@/lib/domain/intent';
import { resolutionSchema } from '@/lib/domain/resolution';
import { flagSchema, sentimentLabelSchema, urgencySchema } from '@/lib/domain/triage';

const words = z.array(z.string().min(1)).min(1);
const outcomeSchema = z.enum(resolutionSchema.options.map((option) => option.shape.outcome.value));

/** A risk of 0 to 1 in thirds. */
const riskLevelSchema = z.enum(['low', 'medium', 'high']);
export type RiskLevel = z.infer<typeof riskLevelSchema>;

/** What a good support manager wants to see. What is left out is not judged; lists of acceptable things are met by any one of them. */
export const expectationSchema = z.strictObject({
  /** Acceptable main intents. */
  intent: z.array(intentIdSchema).min(1).optional(),
  category: categorySchema.optional(),
  /** One of these must be among the intents, main or secondary. */
  mentions: z.array(intentIdSchema).min(1).optional(),
  /** All of these are raised. */
  flags: z.array(flagSchema).optional(),
  /** None of these is. */
  no_flags: z.array(flagSchema).min(1).optional(),
  urgency_at_least: urgencySchema.optional(),
  mood: z.array(sentimentLabelSchema).min(1).optional(),
  language: z.string().length(2).optional(),
  /** All of these are asked for. */
  missing: z.array(requiredFieldSchema).min(1).optional(),
  /** Acceptable articles: one of them is among the passages shown. */
  article: words.optional(),
  /** One of these articles is shown and marked as out of date. */
  stale: words.optional(),
  /** All of these outages and known issues are shown. */
  incidents: words.optional(),
  escalate: z.boolean().optional(),
  queue: z.string().optional(),
  kind: escalationKindSchema.optional(),
  /** How soon someone takes over. */
  pick_up_minutes: z.int().positive().optional(),
  /** All of these fire. */
  triggers: words.optional(),
  /** None of these does, however near it comes. */
  no_triggers: words.optional(),
  risk: z
    .strictObject({ sentiment: riskLevelSchema, complexity: riskLevelSchema, business: riskLevelSchema })
    .partial()
    .optional(),
  outcome: z.array(outcomeSchema).min(1).optional(),
  /** All of these are in what the customer would read; a line with | is met by either side. */
  must_say: words.optional(),
  /** None of these is. */
  must_not_say: words.optional(),
  reply_language: z.string().length(2).optional(),
  /** All of these are in the handoff packet; a line with | is met by either side. */
  packet_has: words.optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

const lineSchema = z.union([
  /** `times`: said so often in one message. */
  z
    .strictObject({ customer: z.string().min(1), times: z.int().positive().max(MESSAGE_LIMIT).default(1) })
    .refine(
      ({ customer, times }) => customer.length * times <= MESSAGE_LIMIT,
      'longer than a message may be',
    ),
  z.strictObject({ rep: z.string().min(1).max(MESSAGE_LIMIT) }),
]);
export type CaseLine = z.infer<typeof lineSchema>;

const writtenSchema = z.strictObject({
  name: z.string().min(1),
  /** A key of prisma/seed/customers.yaml; without one we do not know who writes. */
  customer: z.string().optional(),
  channel: channelSchema.default('chat'),
  /** Days since each earlier contact. */
  earlier_contacts: z.array(z.int().nonnegative()).default([]),
  turns: z
    .array(lineSchema)
    .min(1)
    .refine(
      (turns) => turns.some((turn) => 'customer' in turn) && 'customer' in (turns.at(-1) ?? {}),
      'end with the customer',
    ),
  expect: expectationSchema,
});

const liveSchema = z.strictObject({
  name: z.string().min(1),
  /** A file of prisma/seed/conversations/live. */
  live: z.string(),
  /** How far into it, in messages; the last one is the customer's. */
  upto: z.int().positive(),
  earlier_contacts: z.array(z.int().nonnegative()).default([]),
  expect: expectationSchema,
});

/** A golden case: a conversation up to a customer's message, and what the rep should then see. */
export const goldenCaseSchema = z.union([liveSchema, writtenSchema]);
export type GoldenCase = z.infer<typeof goldenCaseSchema>;

export const goldenFileSchema = z.array(goldenCaseSchema).min(1);

import { z } from 'zod';
import { writeToolSchema } from '../domain/tool';
import { roleSchema } from '../domain/user';

/** US dollars as a person writes them. */
const dollars = z.number().nonnegative().multipleOf(0.01);

/** Who may run a tool: a role, or `service`, which is an API key and has no person behind it. */
export const authorityHolderSchema = z.enum([...roleSchema.options, 'service']);
export type AuthorityHolder = z.infer<typeof authorityHolderSchema>;

const clause = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What must be so; anything else refuses, a missing fact too. */
  when: z.string().min(1),
  /** The sentence a rep reads when it fails. */
  else: z.string().min(1),
});

const toolSchema = z.strictObject({
  title: z.string().min(1),
  /** Up to how much each may run alone, in dollars that it gives away; above that a second person, and above `at_most` nobody. */
  authority: z.partialRecord(
    authorityHolderSchema,
    z.strictObject({
      alone: dollars,
      at_most: dollars,
      per_day: dollars.optional(),
      times_per_day: z.int().positive().optional(),
    }),
  ),
  /** What an accepted offer may give without a second person: it has passed rules and a budget of its own. */
  for_offers: dollars.optional(),
  /** Roles of the second person. */
  second: z.array(roleSchema).min(1),
  /** What one customer may be given with this tool within so many days, whoever gives it. */
  per_customer: z
    .strictObject({
      amount: dollars.optional(),
      times: z.int().positive().optional(),
      days: z.int().positive(),
    })
    .optional(),
  /** Days within which what it did can be taken back; absent where it cannot. */
  reversible_days: z.int().positive().optional(),
  clauses: z.array(clause),
});

/** `policies/tools.yaml`: authority over every tool that writes. */
export const toolsPolicySchema = z.strictObject({
  /** Clauses of every tool. */
  always: z.array(clause),
  tools: z.record(writeToolSchema, toolSchema),
});
export type ToolAuthoritySource = z.infer<typeof toolSchema>;

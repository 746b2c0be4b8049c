import { z } from 'zod';
import { moneySchema } from '../core/money';
import { clauseResultSchema } from './clause';

/** What a visit costs, line by line. A line below zero takes something off. */
export const quoteSchema = z.object({
  lines: z.array(z.object({ id: z.string(), label: z.string(), amount: moneySchema })),
  /** The trip fee as it is to be paid, what was waived already taken off; part of the total. */
  tripFee: moneySchema,
  total: moneySchema,
  /** Every surcharge and waiver that was looked at, and what it saw. */
  clauses: z.array(clauseResultSchema),
});
export type Quote = z.infer<typeof quoteSchema>;

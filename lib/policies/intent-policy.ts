import { z } from 'zod';
import { categorySchema, intentIdSchema, requiredFieldSchema } from '../domain/intent';

/** `policies/triage/intents/<category>/<name>.yaml`: one leaf of the taxonomy, its examples included. */
export const intentPolicySchema = z
  .strictObject({
    id: intentIdSchema,
    title: z.string().min(1).max(60),
    description: z.string().min(1),
    queue: z.string().min(1),
    urgency: z.enum(['low', 'normal', 'high']),
    complexity: z.enum(['simple', 'moderate', 'complex']),
    /** Whether handling it changes the account. */
    changes: z.boolean(),
    requires: z.array(z.strictObject({ field: requiredFieldSchema, ask: z.string().min(1) })).max(4),
    examples: z.array(z.string().min(1)).min(20, 'needs at least 20 example utterances'),
  })
  .transform((intent) => ({ ...intent, category: categorySchema.parse(intent.id.split('.')[0]) }));
export type IntentPolicy = z.infer<typeof intentPolicySchema>;

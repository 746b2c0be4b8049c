import { z } from 'zod';

/** `policies/queues.yaml`: where a conversation can wait, whose it is, and how soon someone takes it when nothing says otherwise. */
export const queueSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'is written in small letters, digits and hyphens'),
  title: z.string().min(1).max(60),
  team: z.enum(['care', 'enterprise']),
  pick_up_minutes: z.int().positive(),
});
export type Queue = z.infer<typeof queueSchema>;

export const queuesPolicySchema = z.array(queueSchema).min(1);

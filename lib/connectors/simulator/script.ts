import { z } from 'zod';
import { channelSchema } from '@/lib/domain/channel';

/** A conversation the simulator can play the customer of. The rep's lines mark where the customer waits for an answer. */
export const scriptSchema = z.object({
  id: z.string().min(1).max(100),
  /** `live` ones are played once and first, `ambient` ones again and again afterwards. */
  kind: z.enum(['live', 'ambient']),
  channel: channelSchema,
  customer: z.object({ name: z.string().min(1), email: z.string(), phone: z.string() }),
  turns: z
    .array(
      z.object({
        from: z.enum(['customer', 'rep']),
        say: z.string().min(1),
        /** Seconds before it, at human pace. */
        wait: z.number().nonnegative(),
      }),
    )
    .min(1),
});
export type Script = z.infer<typeof scriptSchema>;

import { z } from 'zod';

/** `policies/macros.yaml`: wordings a rep inserts with `/`. */
export const macrosPolicySchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string().min(1).max(60),
    text: z.string().min(1).max(1000),
  }),
);
export type Macro = z.infer<typeof macrosPolicySchema>[number];

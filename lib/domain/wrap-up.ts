import { z } from 'zod';

/** A disposition has two levels: what it was about, and what happened. */
export const dispositionSchema = z.tuple([z.string().min(1).max(60), z.string().min(1).max(60)]);
export type Disposition = z.infer<typeof dispositionSchema>;

export const wrapUpDraftSchema = z.object({
  disposition: dispositionSchema,
  notes: z.string().max(4000),
  followUp: z.string().max(500).nullable(),
});
export type WrapUpDraft = z.infer<typeof wrapUpDraftSchema>;

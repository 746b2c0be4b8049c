import { z } from 'zod';

const usageSchema = z.object({
  prompt_tokens: z.int().nonnegative(),
  completion_tokens: z.int().nonnegative(),
  prompt_tokens_details: z.object({ cached_tokens: z.int().nonnegative().nullish() }).nullish(),
});
export type Usage = z.infer<typeof usageSchema>;

const textSchema = z.object({ content: z.string().nullish(), refusal: z.string().nullish() });

/** A piece of a streamed completion, as far as it is read. Compatible servers leave out a lot. */
export const chunkSchema = z.object({
  choices: z.array(z.object({ delta: textSchema.nullish(), finish_reason: z.string().nullish() })).nullish(),
  usage: usageSchema.nullish(),
});

/** A completion in one piece, from servers that answer so whatever was asked. */
export const completionSchema = z.object({
  choices: z
    .array(z.object({ message: textSchema.nullish(), finish_reason: z.string().nullish() }))
    .nullish(),
  usage: usageSchema.nullish(),
});

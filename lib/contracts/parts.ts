import { z } from 'zod';

/** For an endpoint that takes no parameters, no query or no body: anything there is refused. */
export const nothing = z.strictObject({});

export const idParams = z.strictObject({ id: z.string().regex(/^[a-z]{3}_[0-9a-z]{24}$/, 'is not an id') });

/** A key that a caller makes up for one intention: the same one again does nothing and gets the same answer. */
export const intentionKey = z.string().regex(/^[\w-]{8,80}$/, 'must be 8 to 80 letters, digits, _ or -');

/** SHA-256 in hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a hash');

/** RFC 9457 problem details: the one shape of every error. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type ProblemDetails = z.infer<typeof problemSchema>;

/** An answer that carries nothing. */
export const done = z.object({ ok: z.literal(true) });

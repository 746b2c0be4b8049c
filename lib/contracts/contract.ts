import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One endpoint: what both ends of the wire parse. `path` has `{name}` for parameters; every input schema is strict. */
export interface Contract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  method: Method;
  path: `/api/${string}`;
  summary: string;
  params: Params;
  query: Query;
  body: Body;
  response: Response;
  /** Status of success. */
  status: 200 | 201 | 202;
  /** It takes the header `Idempotency-Key`: the same one again changes nothing and gets the same answer. */
  keyed?: true;
}

export const contract = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  definition: Contract<P, Q, B, R>,
): Contract<P, Q, B, R> => definition;

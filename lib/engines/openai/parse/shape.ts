import type { z } from 'zod';
import { bad, good, type Parsed } from './parsed';

const SHOWN = 5;

/** The value as the schema has it; the fault names paths and what was expected there, never the values. */
export const shapeOf = <Wire>(value: unknown, schema: z.ZodType<Wire>): Parsed<Wire> => {
  const result = schema.safeParse(value);
  if (result.success) return good(result.data);
  const problems = result.error.issues.slice(0, SHOWN).map((issue) => {
    const keys =
      issue.code === 'unrecognized_keys' ? 'has properties that are not in the schema' : issue.message;
    return `${issue.path.map(String).join('.') || 'answer'}: ${keys}`;
  });
  return bad('wrong-shape', problems.join('; '));
};

import { z } from 'zod';

/**
 * Bounds that some compatible servers refuse in a strict schema. Our own parse holds to them all the same.
 */
const LEFT_OUT = new Set([
  '$schema',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
  'format',
]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const trim = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(trim);
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !LEFT_OUT.has(key))
      // Names under `properties` are ours, not keywords.
      .map(([key, inner]) => [key, key === 'properties' && isRecord(inner) ? trimEach(inner) : trim(inner)]),
  );
};

const trimEach = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, trim(schema)]));

/** Some shapes are those of every request. */
const known = new WeakMap<z.ZodType, Record<string, unknown>>();

/** The JSON schema of an answer as `response_format` wants it: every property required, nothing else allowed. */
export const wireSchema = (schema: z.ZodType): Record<string, unknown> => {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const json = trim(z.toJSONSchema(schema));
  if (!isRecord(json)) throw new TypeError('a wire schema is an object');
  known.set(schema, json);
  return json;
};

/** A string that the model is shown as a choice. That it is one of them is checked as meaning, not as shape. */
export const choice = (options: readonly string[]): z.ZodString =>
  options.length === 0 ? z.string() : z.string().meta({ enum: [...options] });

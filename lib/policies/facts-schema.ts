import { z } from 'zod';

/** The types a clause may use. Numbers are doubles throughout; a list in brackets holds things of one shape. */
export type FactType =
  | 'string'
  | 'double'
  | 'bool'
  | 'list<string>'
  | 'list<double>'
  | FactsSchema
  | readonly [FactsSchema];
export interface FactsSchema {
  readonly [name: string]: FactType;
}

interface Leaves {
  string: string;
  double: number;
  bool: boolean;
  'list<string>': readonly string[];
  'list<double>': readonly number[];
}

/** The facts of a schema as TypeScript has them. Every one may be missing: what is missing makes a clause unknown. */
export type FactsOf<Schema> = {
  -readonly [Name in keyof Schema]?:
    | (Schema[Name] extends keyof Leaves
        ? Leaves[Schema[Name]]
        : Schema[Name] extends readonly [infer Item]
          ? readonly FactsOf<Item>[]
          : FactsOf<Schema[Name]>)
    | undefined;
};

const isList = (type: FactType): type is readonly [FactsSchema] => Array.isArray(type);

const LEAVES: Record<keyof Leaves, z.ZodType> = {
  string: z.string(),
  double: z.number(),
  bool: z.boolean(),
  'list<string>': z.array(z.string()),
  'list<double>': z.array(z.number()),
};

/** A strict zod schema of the same facts, for facts that are written in a file. */
export const zodOfFacts = (schema: FactsSchema): z.ZodType<Record<string, unknown>> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(schema).map(([name, type]) => [
        name,
        (typeof type === 'string'
          ? LEAVES[type]
          : isList(type)
            ? z.array(zodOfFacts(type[0]))
            : zodOfFacts(type)
        ).optional(),
      ]),
    ),
  );

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const fits = (type: FactType, value: unknown): unknown => {
  if (type === 'string') return typeof value === 'string' ? value : undefined;
  if (type === 'bool') return typeof value === 'boolean' ? value : undefined;
  if (type === 'double') return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  if (type === 'list<string>')
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  if (type === 'list<double>')
    return Array.isArray(value) && value.every((item) => Number.isFinite(item)) ? value : undefined;
  if (isList(type))
    return Array.isArray(value) ? value.map((item) => declaredFacts(type[0], item)) : undefined;
  return declaredFacts(type, value);
};

/**
 * Only the declared facts, only where they have their declared type: null, NaN and anything misshapen count as missing.
 * The result is a fresh object, so a clause cannot reach what was not declared.
 */
export const declaredFacts = (schema: FactsSchema, facts: unknown): Record<string, unknown> => {
  const out: Record<string, unknown> = {};
  if (!isRecord(facts)) return out;
  for (const [name, type] of Object.entries(schema)) {
    const value = Object.hasOwn(facts, name) ? fits(type, facts[name]) : undefined;
    if (value !== undefined) out[name] = value;
    else if (typeof type === 'object' && !isList(type)) out[name] = {};
  }
  return out;
};

/** The dotted paths of every single fact of a schema: `triage.sentiment.score`. */
export const factPaths = (schema: FactsSchema, prefix = ''): string[] =>
  Object.entries(schema).flatMap(([name, type]) =>
    typeof type === 'string' || isList(type) ? [`${prefix}${name}`] : factPaths(type, `${prefix}${name}.`),
  );

/** The value at the end of a path, or undefined. */
export const valueAt = (facts: unknown, names: readonly string[]): unknown => {
  let at = facts;
  for (const name of names) {
    if (!isRecord(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
};

/** The value at a dotted path, or undefined. */
export const factAt = (facts: unknown, path: string): unknown => valueAt(facts, path.split('.'));

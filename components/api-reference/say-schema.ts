import type { JsonSchema } from '@/lib/contracts/json-schema';

/** The name of the schema that is referred to, if it is. */
export const referred = ({ $ref }: JsonSchema): string | null => $ref?.split('/').at(-1) ?? null;

const FORMATS: Record<string, string> = {
  'date-time': 'time in UTC, ISO 8601',
  date: 'day, YYYY-MM-DD',
  email: 'mail address',
};

/** The schemas that a value may have, whichever way that is written; one where there is no choice. */
export const choicesOf = (schema: JsonSchema): JsonSchema[] => {
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }) as JsonSchema);
  return (schema.anyOf ?? schema.oneOf ?? [schema]).flatMap((choice) =>
    choice === schema ? [schema] : choicesOf(choice),
  );
};

/** The members of an object, in the order of its contract. */
export const membersOf = ({ properties = {}, required = [] }: JsonSchema) =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    schema: schema as JsonSchema,
    required: required.includes(name),
  }));

/** A schema in a few words: `whole number or null`, `list of Money`, `"open" or "closed"`. */
export const sayType = (schema: JsonSchema): string => {
  const name = referred(schema);
  if (name !== null) return name;
  const choices = choicesOf(schema);
  if (choices.length > 1 || choices[0] !== schema) return [...new Set(choices.map(sayType))].join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  switch (schema.type) {
    case 'array':
      return `list of ${sayType(schema.items && !Array.isArray(schema.items) ? (schema.items as JsonSchema) : {})}`;
    case 'integer':
      return 'whole number';
    case 'string':
      return (schema.format && FORMATS[schema.format]) ?? 'text';
    case 'boolean':
      return 'true or false';
    case undefined:
      return 'anything';
    default:
      return String(schema.type);
  }
};

const LIMITS: readonly (readonly [keyof JsonSchema, string])[] = [
  ['minLength', 'at least # characters'],
  ['maxLength', 'at most # characters'],
  ['minimum', 'at least #'],
  ['exclusiveMinimum', 'more than #'],
  ['maximum', 'at most #'],
  ['minItems', 'at least # of them'],
  ['maxItems', 'at most # of them'],
  ['pattern', 'matches #'],
  ['default', '# when left out'],
];

/** What else must be so, and what is taken where nothing is sent. */
export const sayLimits = (schema: JsonSchema): string[] => {
  const [first = schema] = choicesOf(schema);
  return LIMITS.flatMap(([name, says]) => {
    const value = schema[name] ?? first[name];
    if (value === undefined) return [];
    if (name === 'minLength' && value === 1) return ['not empty'];
    return [says.replace('#', () => (name === 'pattern' ? String(value) : JSON.stringify(value)))];
  });
};

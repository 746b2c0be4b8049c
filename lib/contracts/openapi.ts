import type { z } from 'zod';
import type { Contract } from './contract';
import { type JsonSchema, jsonSchemaOf } from './json-schema';
import type {
  AnswerObject,
  OpenApiDocument,
  OperationObject,
  Parameter,
  Reference,
} from './openapi-document';
import { problemSchema } from './parts';
import type { Operation } from './public-api';

const REFUSALS = {
  '400': 'Invalid: something sent is missing, unknown or not right; `problems` names each by its path.',
  '401': 'No key, or one that does not stand.',
  '403': 'The key lacks the scope, or a policy refuses it; `problems` names the clauses.',
  '404': 'There is no such thing.',
  '409': 'It cannot be done as things stand now.',
  '413': 'The body is larger than 256 kB.',
  '415': 'The body is not JSON.',
  '422': 'The Idempotency-Key came before with another request.',
  default: 'Any other fault, in the same shape.',
} as const;
type Refusal = keyof typeof REFUSALS;

const nameOf = (status: Refusal): string => (status === 'default' ? 'Fault' : `Refused${status}`);

const refusalsOf = ({ contract }: Operation): Refusal[] => [
  '400',
  '401',
  '403',
  ...(contract.path.includes('{') || contract.method !== 'GET' ? (['404'] as const) : []),
  ...(contract.method === 'GET' ? [] : (['409', '413', '415'] as const)),
  ...(contract.keyed ? (['422'] as const) : []),
  'default',
];

const propertiesOf = (schema: z.ZodType) => {
  const { schema: whole } = jsonSchemaOf(schema, 'input');
  const required = new Set(whole.required ?? []);
  return Object.entries(whole.properties ?? {}).map(([name, property]) => ({
    name,
    property: property as JsonSchema,
    required: required.has(name),
  }));
};

const exampleIn = (values: unknown, name: string): { example?: unknown } => {
  const value = (values as Record<string, unknown> | undefined)?.[name];
  return value === undefined ? {} : { example: value };
};

const parametersOf = ({ contract, example }: Operation): (Parameter | Reference)[] => [
  ...propertiesOf(contract.params).map(({ name, property }) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: property,
    ...exampleIn(example.params, name),
  })),
  ...propertiesOf(contract.query).map(({ name, property: { description, ...schema }, required }) => ({
    name,
    in: 'query' as const,
    required,
    ...(description === undefined ? {} : { description }),
    schema,
    ...exampleIn(example.query, name),
  })),
  ...(contract.keyed ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
];

const takesBody = (contract: Contract): boolean =>
  contract.method !== 'GET' && contract.method !== 'DELETE' && propertiesOf(contract.body).length > 0;

const operationObject = (operation: Operation): OperationObject => {
  const { id, tag, scope, contract, example } = operation;
  const parameters = parametersOf(operation);
  return {
    operationId: id,
    summary: contract.summary,
    tags: [tag],
    security: [{ apiKey: [scope] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(takesBody(contract)
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: jsonSchemaOf(contract.body, 'input').schema,
                example: example.body,
              },
            },
          },
        }
      : {}),
    responses: {
      [contract.status]: {
        description: 'Done.',
        content: {
          'application/json': {
            schema: jsonSchemaOf(contract.response, 'output').schema,
            example: example.response,
          },
        },
      },
      ...Object.fromEntries(
        refusalsOf(operation).map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }]),
      ),
    },
  };
};

const KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Made up by you for one thing you want done, such as a UUID. The same key again within 24 hours changes nothing and gets the same answer.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,80}$' },
  example: '0b0f3f0e-8a55-4b1c-9a0e-0d7a6d1c5e11',
};

const problem = jsonSchemaOf(problemSchema, 'output');

const refusal = (description: string): AnswerObject => ({
  description,
  content: { 'application/problem+json': { schema: problem.schema } },
});

/** The OpenAPI 3.1 document of some operations, made from their contracts. `tags` says what each group is for. */
export const openApiDocument = (
  operations: readonly Operation[],
  tags: Readonly<Record<string, string>>,
): OpenApiDocument => {
  const paths: OpenApiDocument['paths'] = {};
  const schemas: Record<string, JsonSchema> = { ...problem.components };
  for (const operation of operations) {
    const { contract } = operation;
    const path = paths[contract.path] ?? {};
    paths[contract.path] = path;
    path[contract.method.toLowerCase()] = operationObject(operation);
    Object.assign(schemas, jsonSchemaOf(contract.response, 'output').components);
    Object.assign(schemas, jsonSchemaOf(contract.body, 'input').components);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cuedesk API',
      version: 'v1',
      summary: 'What other systems may tell Cuedesk, ask of it and have done by it.',
      description:
        'Every request carries an API key. Times are UTC, money is whole cents. A refusal is a problem of RFC 9457.',
    },
    servers: [{ url: '/', description: 'This installation' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, as `Authorization: Bearer <key>`. What it is good for is in its scopes.',
        },
      },
      parameters: { IdempotencyKey: KEY },
      responses: Object.fromEntries(
        (Object.keys(REFUSALS) as Refusal[]).map((status) => [nameOf(status), refusal(REFUSALS[status])]),
      ),
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => a.localeCompare(b))),
    },
  };
};

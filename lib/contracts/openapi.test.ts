import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SERVICE_SCOPES } from '../domain/user';
import { openApiDocument } from './openapi';
import type { OperationObject } from './openapi-document';
import { PUBLIC_API, PUBLIC_TAGS } from './public-api';

const document = openApiDocument(PUBLIC_API, PUBLIC_TAGS);

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);
const named = operations.map(({ method, path, operation }) => [`${method} ${path}`, operation] as const);

/** What a reference points at; undefined when nothing is there. */
const at = (ref: string): unknown =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (inner, part) => (inner as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/')],
      document,
    );

const references = (value: unknown): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
      );

/** A schema of the document on its own, with what it refers to. */
const validator = (schema: object): z.ZodType =>
  z.fromJSONSchema(
    JSON.parse(
      JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll(
        '#/components/schemas/',
        '#/$defs/',
      ),
    ),
  );

const jsonOf = (operation: OperationObject) => {
  const answer = Object.values(operation.responses).find((response) => !('$ref' in response));
  if (answer === undefined || '$ref' in answer) throw new Error('no answer');
  const content = answer.content?.['application/json'];
  if (content === undefined) throw new Error('no content');
  return content;
};

describe('the OpenAPI document', () => {
  it('refers only to what it has, and has nothing that nobody refers to', () => {
    const refs = new Set(references(document));
    expect([...refs].filter((ref) => at(ref) === undefined)).toEqual([]);
    const schemas = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(schemas.filter((schema) => !refs.has(schema))).toEqual([]);
    expect(refs.size).toBeGreaterThan(10);
  });

  it('gives every operation an id of its own, a tag that is explained, a known scope and a summary', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = new Set(document.tags.map(({ name }) => name));
    for (const { operation } of operations) {
      expect(operation.tags.every((tag) => tags.has(tag))).toBe(true);
      expect(operation.summary.length).toBeGreaterThan(10);
      expect(SERVICE_SCOPES).toContain(operation.security[0]?.apiKey?.[0]);
    }
  });

  it('asks every POST that changes something for a key, except messages, which have their own id', () => {
    const keyed = named.filter(([, { parameters = [] }]) =>
      parameters.some((parameter) => '$ref' in parameter && parameter.$ref.endsWith('IdempotencyKey')),
    );
    expect(keyed.map(([name]) => name).toSorted()).toEqual([
      'POST /api/v1/corrections',
      'POST /api/v1/visits',
      'POST /api/v1/visits/{number}/reschedule',
    ]);
  });

  it.each(named)('%s names every parameter of its path, and no other', (name, { parameters = [] }) => {
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const stated = parameters.flatMap((parameter) =>
      'in' in parameter && parameter.in === 'path' ? [parameter.name] : [],
    );
    expect(stated).toEqual(inPath);
  });

  it.each(named)('%s has examples that its own schemas accept', (_name, operation) => {
    const content = jsonOf(operation);
    expect(validator(content.schema).safeParse(content.example)).toMatchObject({ success: true });
    const body = operation.requestBody?.content['application/json'];
    if (body) {
      expect(validator(body.schema).safeParse(body.example)).toMatchObject({ success: true });
      expect(validator(body.schema).safeParse({ ...(body.example as object), extra: 1 }).success).toBe(false);
    }
    for (const parameter of operation.parameters ?? [])
      if ('schema' in parameter && parameter.example !== undefined)
        expect(validator(parameter.schema).safeParse(parameter.example)).toMatchObject({ success: true });
  });

  it.each(PUBLIC_API.map((operation) => [operation.id, operation] as const))(
    '%s has examples that its contract accepts',
    (_id, { contract, example }) => {
      expect(contract.params.safeParse(example.params ?? {})).toMatchObject({ success: true });
      expect(contract.query.safeParse(example.query ?? {})).toMatchObject({ success: true });
      expect(contract.body.safeParse(example.body ?? {})).toMatchObject({ success: true });
      expect(contract.response.parse(example.response)).toEqual(example.response);
    },
  );

  it.each(named)('%s answers every refusal in the one shape', (_name, { responses }) => {
    const refusals = Object.entries(responses).filter(([status]) => !status.startsWith('2'));
    expect(refusals.length).toBeGreaterThanOrEqual(4);
    for (const [, response] of refusals) {
      const found = at('$ref' in response ? response.$ref : '') as { content?: object } | undefined;
      expect(Object.keys(found?.content ?? {})).toEqual(['application/problem+json']);
    }
  });
});

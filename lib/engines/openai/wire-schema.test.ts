import { expect, test } from 'vitest';
import { handoffJob } from './roles/handoff';
import { resolutionJob } from './roles/resolution';
import { triageJob } from './roles/triage';
import { wrapUpJob } from './roles/wrap-up';
import { handoffRequest, resolutionRequest, taxonomy, triageRequest, wrapUpRequest } from './sample-requests';
import { wireSchema } from './wire-schema';

const SCHEMAS = [
  ['triage', triageJob.schema(triageRequest, taxonomy)],
  ['resolution', resolutionJob.schema(resolutionRequest, taxonomy)],
  ['handoff', handoffJob.schema(handoffRequest, taxonomy)],
  ['wrap-up', wrapUpJob.schema(wrapUpRequest, taxonomy)],
] as const;

const ALLOWED = new Set(['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'anyOf']);

const check = (node: unknown, isNames = false): void => {
  if (Array.isArray(node)) {
    for (const inner of node) check(inner);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const schema = node as Record<string, unknown>;
  if (!isNames) {
    expect([...Object.keys(schema)].filter((key) => !ALLOWED.has(key))).toEqual([]);
    if (schema.type === 'object') {
      expect(schema.additionalProperties).toBe(false);
      expect(schema.required).toEqual(Object.keys(schema.properties as object));
    }
  }
  for (const [key, inner] of Object.entries(schema))
    if (!['required', 'enum'].includes(key)) check(inner, key === 'properties');
};

test.each(SCHEMAS)('the schema of %s is within the strict dialect', (_role, schema) => {
  check(wireSchema(schema));
});

test('choices are shown to the model', () => {
  expect(JSON.stringify(wireSchema(SCHEMAS[0][1]))).toContain(
    '"enum":["billing.duplicate-charge","technical.slow-internet","shipping.track-order"]',
  );
});

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { READ_TOOLS, WRITE_TOOLS } from '../domain/tool';
import { loadPolicies } from '../policies/load';
import { policiesDir } from '../use-cases/policies-in-force';
import { READING, WRITING } from './tools';

const { offers, tools } = await loadPolicies(policiesDir());

interface ObjectSchema {
  additionalProperties?: unknown;
  properties?: Record<string, { title?: string }>;
}
const schemaOf = (params: z.ZodType): ObjectSchema =>
  z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }) as ObjectSchema;

describe('every tool', () => {
  it('stands under its own name', () => {
    expect(WRITE_TOOLS.map((name) => WRITING[name].id)).toEqual([...WRITE_TOOLS]);
    expect(READ_TOOLS.map((name) => READING[name].id)).toEqual([...READ_TOOLS]);
  });

  it.each([...Object.values(WRITING), ...Object.values(READING)])(
    '$id takes no parameter that it does not know, and labels those it does',
    ({ params }) => {
      const { additionalProperties, properties = {} } = schemaOf(params);
      expect(additionalProperties).toBe(false);
      for (const [name, member] of Object.entries(properties)) expect(member.title, name).toBeTruthy();
    },
  );

  it.each(WRITE_TOOLS)('%s can be taken back where the policy says so, and nowhere else', (name) => {
    expect(WRITING[name].reversal !== null).toBe(tools[name].reversible_days !== undefined);
  });
});

it.each(offers)('the offer $id is carried out with parameters its tool takes', ({ fulfil }) => {
  expect(WRITING[fulfil.tool].params.safeParse(fulfil.params).error?.issues ?? []).toEqual([]);
});

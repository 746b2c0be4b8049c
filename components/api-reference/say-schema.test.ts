import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonSchemaOf } from '@/lib/contracts/json-schema';
import { sayLimits, sayType } from './say-schema';

const sent = (schema: z.ZodType) => jsonSchemaOf(schema, 'input').schema;

describe('a schema in words', () => {
  it.each([
    [z.string(), 'text'],
    [z.int().nullable(), 'whole number or null'],
    [z.array(z.boolean()), 'list of true or false'],
    [z.enum(['open', 'closed']), '"open" or "closed"'],
    [z.literal('USD'), '"USD"'],
    [z.iso.datetime(), 'time in UTC, ISO 8601'],
    [z.unknown(), 'anything'],
    [z.object({}), 'object'],
  ])('%#', (schema, says) => {
    expect(sayType(sent(schema))).toBe(says);
  });

  it('says what else must be so, and what stands for nothing', () => {
    expect(
      sayLimits(
        sent(
          z
            .string()
            .max(40)
            .regex(/^[a-z]+$/),
        ),
      ),
    ).toEqual(['at most 40 characters', 'matches ^[a-z]+$']);
    expect(sayLimits(sent(z.coerce.number().int().min(1).max(100).default(50)))).toEqual([
      'at least 1',
      'at most 100',
      '50 when left out',
    ]);
    expect(sayLimits(sent(z.int()))).toEqual([]);
  });
});

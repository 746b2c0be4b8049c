import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pastFileSchema } from './conversation-file';
import { customersFileSchema } from './customer-file';
import { parseYaml, SeedFileError } from './read-yaml';

const reasonsOf = (work: () => unknown): string[] => {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof SeedFileError) return thrown.reasons;
    throw thrown;
  }
  return [];
};

const past = (changes: Record<string, unknown>) => ({
  id: 'x',
  title: 'X',
  channel: 'chat',
  intent: 'billing.fees-question',
  needs: ['invoice'],
  outcome: 'resolved',
  disposition: ['billing', 'explained'],
  turns: [
    { from: 'customer', say: 'about {invoice}' },
    { from: 'rep', say: 'yes' },
  ],
  ...changes,
});

describe('parseYaml', () => {
  test('names the file, the path, the line and the reason', () => {
    const schema = z.strictObject({
      title: z.string(),
      lines: z.array(z.strictObject({ amount: z.number() })),
    });
    const text = 'title: A bill\nlines:\n  - { amount: 4 }\n  - { amount: four }\n';
    expect(() => parseYaml('bills/one.yaml', text, schema)).toThrow(
      'bills/one.yaml: lines.1.amount (line 4): ',
    );
    expect(reasonsOf(() => parseYaml('f', 'title: a\nlines: []\ncolour: red\n', schema))).toEqual([
      expect.stringContaining('colour'),
    ]);
  });

  test('a broken file says where', () => {
    expect(reasonsOf(() => parseYaml('f', 'title: "unclosed\n', z.unknown()))).toEqual([
      expect.stringContaining('line'),
    ]);
  });
});

describe('a past conversation', () => {
  test.each([
    [{}, []],
    [
      {
        turns: [
          { from: 'customer', say: 'where is {parcel}' },
          { from: 'rep', say: 'hm' },
        ],
      },
      ['there is no slot {parcel}'],
    ],
    [{ needs: [] }, ['{invoice} asks for invoice in needs']],
    [
      {
        turns: [
          { from: 'rep', say: 'hi' },
          { from: 'customer', say: 'hi' },
        ],
      },
      ['begin with the customer'],
    ],
    [{ csat: 6 }, ['csat']],
    [{ mood: 'fine' }, ['mood']],
  ])('%j', (changes, reasons) => {
    const found = reasonsOf(() => parseYaml('f', JSON.stringify(past(changes)), pastFileSchema));
    expect(found).toEqual(reasons.map((reason) => expect.stringContaining(reason)));
  });
});

test('an anchor customer sells only what Larkspur sells, at fictional numbers', () => {
  const file = {
    name: 'A B',
    tier: 'gold',
    area: 'Springfield',
    tenure_months: 1,
    language: 'en',
    email: 'a@example.com',
    phone: '+14065551234',
    autopay: false,
    price_lock_months_left: 0,
    vulnerable: false,
    services: [{ kind: 'tv', plan: 'Fiber 300' }],
    devices: [],
    invoices: [],
    payments: [],
    orders: [],
    visits: [],
    credits: [],
    notes: [],
  };
  const reasons = reasonsOf(() =>
    parseYaml('customers.yaml', JSON.stringify({ 'a-b': file }), customersFileSchema),
  );
  expect(reasons.map((reason) => reason.split(' ')[0])).toEqual([
    'a-b.area',
    'a-b.phone',
    'a-b.services.0.kind',
  ]);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPricing } from './compile-pricing';
import { PolicySource } from './policy-source';
import { windowOf } from './visit-window';

let good = '';
beforeAll(async () => {
  good = await readFile(join(import.meta.dirname, '../../policies/pricing.yaml'), 'utf8');
});

/** What is wrong with pricing.yaml once `from` reads `to`. */
const problemsWith = (from: string, to: string): string[] => {
  const text = good.replace(from, to);
  expect(text).not.toBe(good);
  const source = new PolicySource(new Map([['pricing.yaml', text]]));
  loadPricing(source);
  return source.problems.map(({ line, reason }) => {
    expect(line).toBeGreaterThan(1);
    return reason;
  });
};

describe('pricing.yaml', () => {
  it('loads as it ships', () => {
    const source = new PolicySource(new Map([['pricing.yaml', good]]));
    expect(loadPricing(source)?.visits.surcharges.map(({ id }) => id)).toEqual([
      'saturday',
      'last-window',
      'same-day',
    ]);
    expect(source.problems).toEqual([]);
  });

  it.each([
    ['zone: a, zip: "00411"', 'zone: z, zip: "00411"', '"z" is not a zone with a trip fee'],
    ['between: [Alder Falls, Marlow Bay]', 'between: [Alder Falls, Nowhere]', '"Nowhere" is not an area'],
    [
      'price: 99.00, trip_fee: false, skill: fiber',
      'price: 99.00, trip_fee: false, skill: magic',
      '"magic" is not a skill',
    ],
    ['adds: 30.00, skill: refrigeration', 'adds: 30.00, skill: frost', '"frost" is not a skill'],
    [
      'models: [dryer, stacked-laundry, dishwasher]',
      'models: [gateway]',
      '"gateway" is not a model of appliance',
    ],
    [
      '    - { kind: wiring, title: Wiring, price: 0.00, trip_fee: true, skill: wiring }\n',
      '',
      '"wiring" is not a kind of visit with a price',
    ],
    ['id: dryer, title', 'id: washer, title', 'the id "washer" is there twice'],
    ['id: gas-smell', 'id: leaks', 'the id "leaks" is there twice'],
    ['visit.last_window"', 'visit.last_windows"', 'last_windows'],
    ['visit.days_ahead < 1"', 'visit.days_ahead"', 'not true or false'],
    ['{visit.days_since_repair}', '{visit.days}', '{visit.days}, which is not a fact'],
    ['America/Denver', 'America/Larkspur', 'is not a time zone'],
    ['"10-12", "12-2"', '"12-2", "10-12"', '"10-12" begins before the one above it ends'],
    ['"8-10"', '"8-9"', '"8-9" is no window of 90 minutes or more'],
  ])('is refused with the line when %s reads %s', (from, to, reason) => {
    expect(problemsWith(from, to).join('\n')).toContain(reason);
  });
});

it('reads hours below seven as in the afternoon', () => {
  expect(['8-10', '10-12', '12-2', '4-6', '7-9'].map(windowOf)).toEqual([
    { from: 8, to: 10 },
    { from: 10, to: 12 },
    { from: 12, to: 14 },
    { from: 16, to: 18 },
    { from: 7, to: 9 },
  ]);
});

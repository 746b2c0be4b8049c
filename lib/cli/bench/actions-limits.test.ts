import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { type Counted, exceeded } from './actions-limits';

const { tools } = await loadPolicies(join(process.cwd(), 'policies'));

const credit = (more: Partial<Counted> = {}): Counted => ({
  tool: 'apply-credit',
  customerId: 'cus_1',
  actorId: 'usr_1',
  role: 'rep',
  cents: 50_00,
  from: 1,
  until: null,
  ...more,
});
const at = (count: number, more: (n: number) => Partial<Counted> = () => ({})): Counted[] =>
  Array.from({ length: count }, (_, n) => credit({ from: n + 1, ...more(n) }));

it('says nothing of what is within the limits to the cent', () => {
  expect(exceeded(at(4), tools)).toEqual({ customers: 0, people: 0 });
  const many = at(6, (n) => ({ customerId: `cus_${n}` }));
  expect(exceeded(many, tools)).toEqual({ customers: 0, people: 0 });
});

it('sees a cent too much, and once too often', () => {
  expect(exceeded([...at(3), credit({ from: 9, cents: 50_01 })], tools).customers).toBe(1);
  expect(
    exceeded(
      at(5, () => ({ cents: 1 })),
      tools,
    ).customers,
  ).toBe(1);
  const many = at(6, (n) => ({ customerId: `cus_${n}` }));
  expect(exceeded([...many, credit({ customerId: 'cus_9', cents: 1, from: 9 })], tools).people).toBe(1);
});

it('counts what was taken back until then, and sees an excess that has passed', () => {
  const first = credit({ until: 10 });
  expect(exceeded([first, ...at(3, (n) => ({ from: n + 20 })), credit({ from: 30 })], tools).customers).toBe(
    0,
  );
  expect(exceeded([first, ...at(4, (n) => ({ from: n + 2 }))], tools).customers).toBe(1);
});

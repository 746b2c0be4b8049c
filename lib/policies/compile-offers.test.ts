import { describe, expect, it } from 'vitest';
import { offerKindSchema } from '../domain/offer';
import { compilePolicies } from './load';
import { PolicyError, problemLine } from './problem';
import { readFolder } from './read-folder';

const { files } = await readFolder('policies');
const CREDIT = 'offers/fiber-loyalty-credit.yaml';
const TO_500 = 'offers/fiber-1gig-to-500.yaml';

/** What is said of the policies when a file reads otherwise. */
const problemsWith = (path: string, from: string, to: string, at = path): string[] => {
  const text = files.get(path) ?? '';
  expect(text).toContain(from);
  const changed = new Map(files);
  changed.delete(path);
  changed.set(at, text.replace(from, to));
  try {
    compilePolicies(changed);
    return [];
  } catch (thrown) {
    if (thrown instanceof PolicyError) return thrown.policyProblems.map(problemLine);
    throw thrown;
  }
};
const lineOf = (path: string, needle: string): number =>
  (files.get(path) ?? '').split('\n').findIndex((line) => line.includes(needle)) + 1;

describe('offers', () => {
  it('are of every kind, and more than two dozen', () => {
    const { offers } = compilePolicies(files);
    expect(offers.length).toBeGreaterThanOrEqual(24);
    expect(new Set(offers.map(({ kind }) => kind))).toEqual(new Set(offerKindSchema.options));
    // Every clause says something for a yes, not its own text.
    const silent = offers.flatMap(({ id, clauses }) =>
      Object.values(clauses)
        .flat()
        .filter(({ says, when }) => says.holds({}) === when)
        .map((clause) => `${id} ${clause.id}`),
    );
    expect(silent).toEqual([]);
  });

  it.each([
    ['an id that is not the file name', CREDIT, 'id: fiber-loyalty-credit', 'id: loyalty', 'file name'],
    ['a pool that is not there', CREDIT, 'pool: retention', 'pool: party', '"party" is not a pool'],
    [
      'money from no pool',
      CREDIT,
      'budget: { pool: retention, monthly_cap: 2400.00 }\n',
      '',
      'name the pool',
    ],
    ['a plan that is not sold', TO_500, 'plan: Fiber 500,', 'plan: Fiber 501,', '"Fiber 501" is not a plan'],
    [
      'a fact that does not exist',
      TO_500,
      'on.fiber_peak_mbps <= 350',
      'on.fiber_speed <= 350',
      'fiber_speed',
    ],
    [
      'a slot that is no fact',
      CREDIT,
      'been with us {customer.tenure_months}',
      'been with us {customer.age}',
      '{customer.age}',
    ],
    [
      'a sentence for a yes with such a slot',
      CREDIT,
      'holds: "{customer.tenure_months} months',
      'holds: "{customer.age} months',
      '{customer.age}',
    ],
    ['a parameter with such a slot', TO_500, '"{on.fiber}"', '"{on.fibre}"', '{on.fibre}'],
    ['another currency', CREDIT, 'currency: USD', 'currency: EUR', 'value'],
    ['half a cent', CREDIT, 'cost: 120.00', 'cost: 120.005', 'cost'],
    ['a value below nothing', CREDIT, 'amount: 10.00, currency', 'amount: -10.00, currency', 'value.amount'],
    ['a tool that only looks', TO_500, 'tool: change-plan', 'tool: read-account', 'fulfil.tool'],
    ['a key nobody knows', CREDIT, 'contact: []', 'contact: []\nurgent: true', 'urgent'],
  ])('refuse %s', (_what, path, from, to, reason) => {
    const problems = problemsWith(path, from, to);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toContain(`${path}:`);
    expect(problems.join('\n')).toContain(reason);
  });

  it('name the line', () => {
    const [problem, ...more] = problemsWith(CREDIT, 'customer.tenure_months >= 12', 'customer.tenure_months');
    expect(more).toEqual([]);
    expect(problem).toContain(`${CREDIT}:${lineOf(CREDIT, 'customer.tenure_months >= 12')} `);
    expect(problem).toContain('not true or false');
  });

  it('have at least four cases', () => {
    const text = files.get(CREDIT) ?? '';
    const changed = new Map(files).set(CREDIT, text.replace(/cases:[\s\S]*$/, 'cases: []\n'));
    expect(() => compilePolicies(changed)).toThrow(/cases/);
  });
});

describe('contact.yaml', () => {
  it.each([
    ['more than two shown', 'at_most_shown: 2', 'at_most_shown: 3', 'at_most_shown'],
    ['a rule that is there twice', 'id: no-safety', 'id: no-security', 'twice'],
    ['a kind without a share of what is retained', ', add-on: 0.1', '', 'retains'],
    ['a pool that is there twice', 'id: welcome', 'id: visits', 'twice'],
  ])('refuses %s', (_what, from, to, reason) => {
    expect(problemsWith('contact.yaml', from, to).join('\n')).toContain(reason);
  });
});

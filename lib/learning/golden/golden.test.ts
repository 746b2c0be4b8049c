import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalEngine } from '@/lib/engines/local/engine';
import { GOLDEN_DAY, GOLDEN_FOLDER } from '@/lib/learning/evaluation/suites/golden';
import { loadPolicies } from '@/lib/policies/load';
import { type DemoWorld, readDemoWorld } from './demo-world';
import { inputOf } from './input-of';
import { type LocatedCase, readGoldenCases } from './read-cases';
import { type CaseResult, failureLines, runGolden } from './run-golden';

/** Cases that pass today. Raise it when more do; when fewer do, something broke. */
const PASSING = 153;

let cases: LocatedCase[] = [];
let world: DemoWorld;
let results: CaseResult[] = [];

beforeAll(async () => {
  const policies = await loadPolicies('policies');
  cases = await readGoldenCases(GOLDEN_FOLDER);
  world = await readDemoWorld(GOLDEN_DAY);
  const local = createLocalEngine(policies);
  results = await runGolden(cases, {
    engine: { ...local, local },
    policies,
    world,
    signal: new AbortController().signal,
  });
}, 120_000);

describe('golden conversations', () => {
  it(`at least ${PASSING} of them give the rep what a support manager wants to see`, () => {
    const passed = results.filter((result) => result.passed).length;
    expect(passed, results.flatMap(failureLines).join('\n')).toBeGreaterThanOrEqual(PASSING);
  });

  it('show every live conversation at two points or more', () => {
    const points = new Map([...world.live.keys()].map((id) => [id, 0]));
    for (const { golden } of cases)
      if ('live' in golden) points.set(golden.live, (points.get(golden.live) ?? 0) + 1);
    expect([...points].filter(([, count]) => count < 2)).toEqual([]);
  });

  it('never quote internal guidance to a customer, offer a blocked reply, or pack more than fits', () => {
    const always = results.flatMap(({ name, verdicts }) => verdicts.map((verdict) => ({ name, ...verdict })));
    const broken = always.filter(
      ({ what, passed }) =>
        !passed && ['internal guidance', 'reply may go out', 'packet length'].includes(what),
    );
    expect(broken).toEqual([]);
  });

  it('give an account everything its file says', () => {
    const maya = world.accounts.get('maya-ortiz');
    expect(maya?.customer).toMatchObject({
      name: 'Maya Ortiz',
      email: 'maya.ortiz@example.com',
      tier: 'gold',
    });
    expect(maya?.invoices[0]).toMatchObject({
      number: 'INV-2026-118204',
      status: 'paid',
      total: { minor: 11_000 },
    });
    expect(maya?.payments.slice(0, 2).map(({ amount }) => amount.minor)).toEqual([11_000, 11_000]);
    expect(maya?.visits[0]).toMatchObject({ on: '2027-03-12', window: '10-12' });
  });

  it('end a case now, and refuse one that names what is not there', () => {
    const [first] = cases;
    if (!first) throw new Error('there are no cases');
    expect(inputOf(first.golden, world).turns.at(-1)?.at).toBe(GOLDEN_DAY.toISOString());
    expect(() =>
      inputOf({ name: 'x', live: 'nobody', upto: 1, earlier_contacts: [], expect: {} }, world),
    ).toThrow('no live conversation');
    expect(() =>
      inputOf(
        { name: 'x', live: 'double-charge-before-rent', upto: 3, earlier_contacts: [], expect: {} },
        world,
      ),
    ).toThrow("rep's");
  });
});

import type { PolicySet } from '@/lib/policies/policy-set';
import type { DemoWorld } from './demo-world';
import { inputOf } from './input-of';
import { judge, type Verdict } from './judge';
import { type GoldenEngine, portsIn } from './ports-in';
import type { LocatedCase } from './read-cases';
import { seenOf } from './seen';

/** A case with everything that was judged in it. It passes when all of it did. */
export interface CaseResult {
  name: string;
  /** `file:line` */
  where: string;
  verdicts: Verdict[];
  passed: boolean;
}

/** Runs each case through the whole pipeline, one after the other. */
export const runGolden = async (
  cases: readonly LocatedCase[],
  {
    engine,
    policies,
    world,
    signal,
  }: { engine: GoldenEngine; policies: PolicySet; world: DemoWorld; signal: AbortSignal },
): Promise<CaseResult[]> => {
  const ports = portsIn(world, engine, policies);
  const results: CaseResult[] = [];
  for (const { golden, where } of cases) {
    const verdicts = judge(golden.expect, await seenOf(inputOf(golden, world), ports, signal));
    results.push({ name: golden.name, where, verdicts, passed: verdicts.every(({ passed }) => passed) });
  }
  return results;
};

/** One line a broken expectation. */
export const failureLines = ({ name, verdicts }: CaseResult): string[] =>
  verdicts.flatMap(({ step, what, expected, got, passed }) =>
    passed ? [] : [`${name}: ${step}, ${what}: expected ${expected}, got ${got}`],
  );

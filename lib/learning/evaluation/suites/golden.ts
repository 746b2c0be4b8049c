import { readDemoWorld } from '@/lib/learning/golden/demo-world';
import { readGoldenCases } from '@/lib/learning/golden/read-cases';
import { type CaseResult, failureLines, runGolden } from '@/lib/learning/golden/run-golden';
import { type Metrics, refused, type Suite } from '../suite';

/** Where the golden cases lie, from the root of the repository. */
export const GOLDEN_FOLDER = 'prisma/seed/golden';

/** The day on which golden cases play: ages, due dates and visits are counted from it, so a figure means the same on any day. */
export const GOLDEN_DAY = new Date('2027-03-10T15:00:00Z');

/** Expectations that held and that did not, by the step that answers for them. */
const byStep = (results: readonly CaseResult[]): Metrics => {
  const steps: Record<string, { passed: number; failed: number }> = {};
  for (const { step, passed } of results.flatMap(({ verdicts }) => verdicts)) {
    const tally = steps[step] ?? { passed: 0, failed: 0 };
    tally[passed ? 'passed' : 'failed'] += 1;
    steps[step] = tally;
  }
  return steps;
};

/** Golden conversations through the whole pipeline, without a database. `passed` counts cases, `byStep` single expectations. */
export const goldenSuite: Suite = async (files, context) => {
  refused(files, 'data', 'train', 'kb');
  const [cases, world, policies, { ports, guessIntents, local }] = await Promise.all([
    readGoldenCases(GOLDEN_FOLDER),
    readDemoWorld(GOLDEN_DAY),
    context.policies(),
    context.engine(),
  ]);
  const results = await runGolden(cases.slice(0, files.limit), {
    engine: { ...ports, guessIntents, local },
    policies,
    world,
    signal: context.signal,
  });
  const passed = results.filter((result) => result.passed).length;
  return {
    rows: results.length,
    metrics: { passed, failed: results.length - passed, byStep: byStep(results) },
    failures: results.flatMap((result) => failureLines(result).map((line) => `${result.where} ${line}`)),
  };
};

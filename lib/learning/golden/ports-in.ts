import type { Ports } from '@/lib/assist/ports';
import { createLibrary, type Library } from '@/lib/knowledge/library';
import type { PolicySet } from '@/lib/policies/policy-set';
import type { DemoWorld } from './demo-world';

/** What golden cases are run with: engines and policies. Articles, accounts and time are the demo world's. */
export type GoldenEngine = Pick<
  Ports,
  'triage' | 'draftResolution' | 'summariseHandoff' | 'summariseWrapUp' | 'guessIntents' | 'local'
>;

/** Ports of the pipeline in the demo world: its articles on the shelf, its clock, and nothing remembered. */
export const portsIn = (
  { articles, now }: DemoWorld,
  engine: GoldenEngine,
  policies: PolicySet,
): Ports & { knowledge: Library } => {
  const clock = { now: () => now };
  return {
    ...engine,
    policies,
    clock,
    knowledge: createLibrary({
      articles,
      policy: policies.knowledge,
      clock,
      intentTitles: new Map(policies.intents.map(({ id, title }) => [id, title])),
    }),
    memory: { recall: () => undefined, remember: () => undefined },
  };
};

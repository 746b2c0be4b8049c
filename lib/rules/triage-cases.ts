import { z } from 'zod';
import { findFlags } from '../detectors/flags';
import { flagSchema } from '../domain/triage';
import { ESCALATION_FACTS } from '../policies/facts';
import { zodOfFacts } from '../policies/facts-schema';
import type { PolicySet } from '../policies/policy-set';
import { caseKind, idList } from './case-kind';

/** `triage/flags.cases.yaml`: what a customer writes, and exactly the flags it raises. */
export const flagCases = caseKind(
  z.array(z.strictObject({ text: z.string().min(1), raises: z.array(flagSchema) })),
  (policies, { text, raises }) => {
    const found = findFlags(text, policies.flags);
    const expected = idList(raises);
    const got = idList(found.map(({ flag }) => flag));
    const because = found.map((flag) => `${flag.flag}: "${flag.text}"`).join(', ');
    return expected === got
      ? undefined
      : { name: text, expected, got: because === '' ? got : `${got} (${because})` };
  },
);

const URGENCY = ['critical', 'high', 'normal'] as const;
const COMPLEXITY = ['complex', 'moderate'] as const;

const highest = <Level extends string>(
  order: readonly Level[],
  rules: readonly { to: Level; condition: PolicySet['urgency']['raise'][number]['condition'] }[],
  facts: Record<string, unknown>,
): Level | 'none' =>
  order.find((level) => rules.some((rule) => rule.to === level && rule.condition(facts).is === 'true')) ??
  'none';

const urgencyCaseSchema = z.strictObject({
  name: z.string().min(1),
  facts: zodOfFacts(ESCALATION_FACTS),
  expect: z.strictObject({
    urgency: z.enum([...URGENCY, 'none']),
    complexity: z.enum([...COMPLEXITY, 'none']),
  }),
});

/** `triage/urgency.cases.yaml`: facts, and the levels they raise to; `none` leaves the level of the intent. */
export const urgencyCases = caseKind(z.array(urgencyCaseSchema), (policies, { name, facts, expect }) => {
  const expected = `${expect.urgency} urgency, ${expect.complexity} complexity`;
  const got = `${highest(URGENCY, policies.urgency.raise, facts)} urgency, ${highest(COMPLEXITY, policies.urgency.complex, facts)} complexity`;
  return expected === got ? undefined : { name, expected, got };
});

import { z } from 'zod';
import { flagSchema } from '@/lib/domain/triage';
import type { PolicySet } from '@/lib/policies/policy-set';
import { guard } from './guard';

/** One case of `policies/guardrails.cases.yaml`: a draft, what surrounds it, and the verdict with exactly the rules that find something. */
export const guardrailCaseSchema = z.strictObject({
  name: z.string().min(1),
  draft: z.string().min(1),
  passages: z.array(z.string()).default([]),
  facts: z.array(z.string()).default([]),
  said: z.array(z.string()).default([]),
  flags: z.array(flagSchema).default([]),
  sentiment: z.number().min(-1).max(1).default(0),
  language: z.string().default('en'),
  internal: z.boolean().default(false),
  expect: z.strictObject({
    verdict: z.enum(['pass', 'repaired', 'blocked']),
    rules: z.array(z.string()).default([]),
    text: z.string().optional(),
  }),
});
export const guardrailCasesSchema = z.array(guardrailCaseSchema);
export type GuardrailCase = z.infer<typeof guardrailCaseSchema>;

export interface CaseFailure {
  name: string;
  expected: string;
  got: string;
}

const asText = (verdict: string, rules: readonly string[], text: string | null | undefined): string =>
  `${verdict} by [${[...new Set(rules)].sort().join(', ')}]${text === undefined ? '' : `: ${text}`}`;

const failureOf = (policies: Pick<PolicySet, 'guardrails'>, one: GuardrailCase): CaseFailure[] => {
  const verdict = guard(policies.guardrails, {
    text: one.draft,
    grounding: { passages: one.passages, facts: one.facts, utterances: one.said },
    flags: one.flags,
    sentimentScore: one.sentiment,
    language: one.language,
    citedInternal: one.internal,
  });
  const expected = asText(one.expect.verdict, one.expect.rules, one.expect.text);
  const got = asText(
    verdict.verdict,
    verdict.findings.map(({ rule }) => rule),
    one.expect.text === undefined ? undefined : verdict.text,
  );
  return expected === got ? [] : [{ name: one.name, expected, got }];
};

/** Run every case against the guardrails in force. */
export const runGuardrailCases = (
  policies: Pick<PolicySet, 'guardrails'>,
  cases: readonly GuardrailCase[],
): { passed: number; failed: number; failures: CaseFailure[] } => {
  const failures = cases.flatMap((one) => failureOf(policies, one));
  return { passed: cases.length - failures.length, failed: failures.length, failures };
};

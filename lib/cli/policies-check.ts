import { resolve } from 'node:path';
import { loadPolicies } from '@/lib/policies/load';
import type { PolicySet } from '@/lib/policies/policy-set';
import { PolicyError, type PolicyProblem, problemLine } from '@/lib/policies/problem';
import { readFolder } from '@/lib/policies/read-folder';
import { type CaseReport, runPolicyCases } from '@/lib/rules/policy-cases';
import { command } from './command';

const countsOf = (policies: PolicySet): Record<string, number> => ({
  files: policies.files.length,
  intents: policies.intents.length,
  examples: policies.intents.reduce((sum, { examples }) => sum + examples.length, 0),
  flags: policies.flags.length,
  hardTriggers: policies.escalation.hard.length,
  softTriggers: policies.escalation.soft.length,
  guardrails:
    policies.guardrails.prohibited_topics.length +
    policies.guardrails.prohibited_phrases.length +
    policies.guardrails.required_disclosures.length +
    policies.guardrails.sensitive_topics.length,
  queues: policies.queues.length,
  prompts: policies.prompts.size,
});

const failedLine = ({ file, line, name, expected, got }: CaseReport['failures'][number]): string =>
  `${file}:${line} case "${name}": expected ${expected}, got ${got}`;

const table = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `  ${name.padEnd(28)}${count}`)
    .join('\n');

interface Outcome {
  problems: readonly PolicyProblem[];
  policies?: PolicySet;
  cases?: CaseReport;
}

const check = async (dir: string): Promise<Outcome> => {
  try {
    const policies = await loadPolicies(dir);
    const cases = runPolicyCases(policies, (await readFolder(dir)).files);
    return { policies, cases, problems: cases.problems };
  } catch (thrown) {
    if (thrown instanceof PolicyError) return { problems: thrown.policyProblems };
    throw thrown;
  }
};

const printed = ({ problems, policies, cases }: Outcome): string => {
  const lines = [...problems.map(problemLine), ...(cases?.failures.map(failedLine) ?? [])];
  if (policies) lines.push(`policies ${policies.hash.slice(0, 12)}`, table(countsOf(policies)));
  if (cases) lines.push('cases', table({ ...cases.files, passed: cases.passed, failed: cases.failed }));
  if (problems.length > 0) lines.push(`${problems.length} problem(s)`);
  return lines.join('\n');
};

const reported = (ok: boolean, { policies, cases, problems }: Outcome) => ({
  ok,
  hash: policies?.hash ?? null,
  counts: policies ? countsOf(policies) : null,
  cases: cases
    ? { passed: cases.passed, failed: cases.failed, files: cases.files, failures: cases.failures }
    : null,
  problems,
});

await command({
  name: 'npm run policies:check',
  about: 'Checks the policies: every file is valid, and every case gets the decision it asks for.',
  options: {
    dir: { type: 'string', value: 'FOLDER', help: 'the folder of policies (policies)' },
    json: { type: 'boolean', help: 'print one JSON object' },
  },
  notes: ['Prints one line a problem, "file:line reason", and exits with 1 when there is any.'],
  run: async ({ values: { dir = 'policies', json = false } }) => {
    const outcome = await check(resolve(dir));
    const ok = outcome.problems.length === 0 && (outcome.cases?.failed ?? 0) === 0;
    console.log(json ? JSON.stringify(reported(ok, outcome)) : printed(outcome));
    return ok ? 0 : 1;
  },
});

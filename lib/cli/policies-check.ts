import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../core/errors';
import { loadPolicies } from '../policies/load';
import type { PolicySet } from '../policies/policy-set';
import { PolicyError, type PolicyProblem, problemLine } from '../policies/problem';
import { readFolder } from '../policies/read-folder';
import { type CaseReport, runPolicyCases } from '../rules/policy-cases';

const HELP = `Checks the policies: every file is valid, and every case gets the decision it asks for.

npm run policies:check -- [--dir FOLDER] [--json]

  --dir FOLDER  the folder of policies (default: policies)
  --json        print one JSON object instead of lines
  --help        print this

Prints one line a problem, "file:line reason", and exits with 1 if there is any.`;

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

const failedLine = ({ file, line, name, expected, got }: CaseReport['failures'][number]): string => `${file}:${line} case "${name}": expected ${expected}, got ${got}`;

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

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { dir: { type: 'string', default: 'policies' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const outcome = await check(resolve(values.dir));
  const ok = outcome.problems.length === 0 && (outcome.cases?.failed ?? 0) === 0;
  const { policies, cases, problems } = outcome;
  console.log(
    values.json
      ? JSON.stringify({ ok, hash: policies?.hash ?? null, counts: policies ? countsOf(policies) : null, cases: cases ? { passed: cases.passed, failed: cases.failed, files: cases.files, failures: cases.failures } : null, problems })
      : printed(outcome),
  );
  return ok ? 0 : 1;
};

main().then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    console.error(messageOf(thrown));
    process.exitCode = 1;
  },
);

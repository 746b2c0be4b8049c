import type { PolicySet } from '../policies/policy-set';
import { PolicySource } from '../policies/policy-source';
import type { PolicyProblem } from '../policies/problem';
import { type CaseKind, type CaseOutcome, caseKind, type FailedCase } from './case-kind';
import { escalationCases } from './escalate-cases';
import { guardrailCasesSchema, runGuardrailCases } from './guard-cases';
import { flagCases, urgencyCases } from './triage-cases';

const guardrailCases = caseKind(
  guardrailCasesSchema,
  (policies, one) => runGuardrailCases(policies, [one]).failures[0],
);

/** How each case file is run; a new rule file brings its kind here. */
const KINDS: Record<string, CaseKind> = {
  'escalation.cases.yaml': escalationCases,
  'guardrails.cases.yaml': guardrailCases,
  'triage/flags.cases.yaml': flagCases,
  'triage/urgency.cases.yaml': urgencyCases,
};

const CASE_ENDING = '.cases.yaml';

export interface CaseReport {
  passed: number;
  failed: number;
  failures: FailedCase[];
  /** Case files that could not be read, or that nothing knows how to run. */
  problems: PolicyProblem[];
  /** Number of cases by file. */
  files: Record<string, number>;
}

/** Run every case among the files of a policies folder (path to text, as read-folder.ts gives them) against a policy set. */
export const runPolicyCases = (policies: PolicySet, files: ReadonlyMap<string, string>): CaseReport => {
  const source = new PolicySource(files);
  const paths = [...files.keys()].filter((path) => path.endsWith(CASE_ENDING));
  const outcomes = paths.map((path): [string, CaseOutcome] => {
    const kind = KINDS[path];
    if (kind === undefined) source.add(path, 1, 'nothing knows how to run these cases');
    return [path, kind?.(source, path, policies) ?? { cases: 0, failures: [] }];
  });
  const failures = outcomes.flatMap(([, outcome]) => outcome.failures);
  const total = outcomes.reduce((sum, [, outcome]) => sum + outcome.cases, 0);
  return {
    passed: total - failures.length,
    failed: failures.length,
    failures,
    problems: source.problems,
    files: Object.fromEntries(outcomes.map(([path, { cases }]) => [path, cases])),
  };
};

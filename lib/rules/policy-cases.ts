import type { PolicySet } from '../policies/policy-set';
import { PolicySource } from '../policies/policy-source';
import type { PolicyProblem } from '../policies/problem';
import { type CaseKind, type CaseOutcome, caseKind, type FailedCase } from './case-kind';
import { contactCases } from './contact-cases';
import { escalationCases } from './escalate-cases';
import { guardrailCasesSchema, runGuardrailCases } from './guard-cases';
import { offerCases } from './offer-cases';
import { pricingCases } from './price-visit-cases';
import { toolCases } from './tools-cases';
import { flagCases, urgencyCases } from './triage-cases';

const guardrailCases = caseKind(
  guardrailCasesSchema,
  (policies, one) => runGuardrailCases(policies, [one]).failures[0],
);

/** How each case file is run; a new rule file brings its kind here. */
const KINDS: Record<string, CaseKind> = {
  'contact.cases.yaml': contactCases,
  'escalation.cases.yaml': escalationCases,
  'guardrails.cases.yaml': guardrailCases,
  'pricing.cases.yaml': pricingCases,
  'tools.cases.yaml': toolCases,
  'triage/flags.cases.yaml': flagCases,
  'triage/urgency.cases.yaml': urgencyCases,
};

/** Cases that stand in a file of their own, and those that stand within the files of a folder. */
const CASE_ENDING = '.cases.yaml';
const WITHIN: Record<string, CaseKind> = { 'offers/': offerCases };

const kindOf = (path: string): CaseKind | undefined =>
  KINDS[path] ?? Object.entries(WITHIN).find(([folder]) => path.startsWith(folder))?.[1];

const holdsCases = (path: string): boolean =>
  path.endsWith(CASE_ENDING) || Object.keys(WITHIN).some((folder) => path.startsWith(folder));

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
  const paths = [...files.keys()].filter(holdsCases);
  const outcomes = paths.map((path): [string, CaseOutcome] => {
    const kind = kindOf(path);
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

import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compilePolicies } from '../policies/load';
import type { PolicySet } from '../policies/policy-set';
import { readFolder } from '../policies/read-folder';
import { runPolicyCases } from './policy-cases';

let files: Map<string, string>;
let policies: PolicySet;
beforeAll(async () => {
  files = (await readFolder(join(import.meta.dirname, '../../policies'))).files;
  policies = compilePolicies(files);
});

describe('the cases of the policies', () => {
  it('all get the decision they ask for', () => {
    const report = runPolicyCases(policies, files);
    expect(report.failures).toEqual([]);
    expect(report.problems).toEqual([]);
    expect(report.files['escalation.cases.yaml']).toBeGreaterThanOrEqual(40);
    expect(report.files['triage/flags.cases.yaml']).toBeGreaterThanOrEqual(120);
    expect(report.passed).toBe(Object.values(report.files).reduce((sum, count) => sum + count, 0));
  });

  it('fail with file, line, and both decisions when the policy decides otherwise', () => {
    const cases = new Map([
      [
        'escalation.cases.yaml',
        '- { name: calm, facts: {}, expect: { escalate: false } }\n- { name: lawyer, facts: { triage: { flags: { legal: true } } }, expect: { escalate: true, queue: billing, triggers: [legal-language] } }\n',
      ],
      ['triage/flags.cases.yaml', '- { text: hello, raises: [legal] }\n'],
      [
        'triage/urgency.cases.yaml',
        '- { name: danger, facts: { triage: { flags: { safety: true } } }, expect: { urgency: high, complexity: none } }\n',
      ],
    ]);
    const report = runPolicyCases(policies, cases);
    expect(report).toMatchObject({ passed: 1, failed: 3, problems: [] });
    expect(report.failures).toEqual([
      {
        file: 'escalation.cases.yaml',
        line: 2,
        name: 'lawyer',
        expected: 'escalate billing [legal-language]',
        got: 'escalate legal-desk [legal-language]',
      },
      { file: 'triage/flags.cases.yaml', line: 1, name: 'hello', expected: '[legal]', got: '[]' },
      {
        file: 'triage/urgency.cases.yaml',
        line: 1,
        name: 'danger',
        expected: 'high urgency, none complexity',
        got: 'critical urgency, none complexity',
      },
    ]);
  });

  it('are refused when they are misspelt or nothing can run them', () => {
    const report = runPolicyCases(
      policies,
      new Map([
        [
          'escalation.cases.yaml',
          '- { name: a, facts: { triage: { flags: { leagl: true } } }, expect: { escalate: true } }\n',
        ],
        ['weather.cases.yaml', '[]'],
      ]),
    );
    expect(report.problems.map(({ file, line }) => [file, line])).toEqual([
      ['escalation.cases.yaml', 1],
      ['weather.cases.yaml', 1],
    ]);
  });
});

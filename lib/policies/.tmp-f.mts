import { readFileSync } from 'node:fs';
import { loadFlags } from '/work/main/lib/policies/compile-triage.ts';
import { PolicySource } from '/work/main/lib/policies/policy-source.ts';
import { problemLine } from '/work/main/lib/policies/problem.ts';

const s = new PolicySource(
  new Map([['triage/flags.yaml', readFileSync('/work/main/policies/triage/flags.yaml', 'utf8')]]),
);
const t0 = performance.now();
const f = loadFlags(s);
console.log('ms', performance.now() - t0, f?.length);
console.log(s.problems.map(problemLine).join('\n'));

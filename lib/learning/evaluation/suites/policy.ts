import { AppError } from '@/lib/core/errors';
import { problemLine } from '@/lib/policies/problem';
import { runPolicyCases } from '@/lib/rules/policy-cases';
import { refused, type Suite } from '../suite';

/** Every case beside the policies (`*.cases.yaml`): facts, and the decision they must give. A case file that cannot be read is an error. */
export const policySuite: Suite = async (files, context) => {
  refused(files, 'data', 'train', 'kb', 'limit');
  const report = runPolicyCases(await context.policies(), await context.policyFiles());
  if (report.problems.length > 0) throw new AppError('invalid', report.problems.map(problemLine).join('\n'));
  const { passed, failed } = report;
  return {
    rows: passed + failed,
    metrics: { passed, failed },
    failures: report.failures.map(
      ({ file, line, name, expected, got }) => `${file}:${line} ${name}: expected ${expected}, got ${got}`,
    ),
  };
};

import { AppError } from '../core/errors';

/** One thing wrong in the policies folder. `file` is relative to it; `line` counts from 1. */
export interface PolicyProblem {
  file: string;
  line: number;
  reason: string;
}

export const problemLine = ({ file, line, reason }: PolicyProblem): string => `${file}:${line} ${reason}`;

/** The policies cannot be used; every problem found is listed. */
export class PolicyError extends AppError {
  constructor(readonly policyProblems: readonly PolicyProblem[]) {
    super(
      'invalid',
      `The policies have ${policyProblems.length} problem(s):\n${policyProblems.map(problemLine).join('\n')}`,
      {
        problems: policyProblems.map(({ file, line, reason }) => ({
          path: `${file}:${line}`,
          message: reason,
        })),
      },
    );
    this.name = 'PolicyError';
  }
}

import type { z } from 'zod';
import type { Problem } from '@/lib/core/errors';

/** What is wrong with a tool's parameters, by parameter. */
export const problemsOf = (issues: readonly z.core.$ZodIssue[]): Problem[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: key, message: 'is not a parameter of this tool' }))
      : [{ path: issue.path.map(String).join('.') || 'params', message: issue.message }],
  );

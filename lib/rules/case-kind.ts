import type { z } from 'zod';
import type { PolicySet } from '../policies/policy-set';
import type { PolicySource } from '../policies/policy-source';

/** A case whose decision is not the one its file asks for. */
export interface FailedCase {
  file: string;
  line: number;
  name: string;
  expected: string;
  got: string;
}

export interface CaseOutcome {
  cases: number;
  failures: FailedCase[];
}

/** Runs one case file of a kind; what is malformed in it is among the problems of the source. */
export type CaseKind = (source: PolicySource, file: string, policies: PolicySet) => CaseOutcome;

type Mismatch = Pick<FailedCase, 'name' | 'expected' | 'got'>;

/** A kind of case file: a list of cases of one shape, and what it takes to run one. Undefined is a pass. */
export const caseKind =
  <Case>(
    schema: z.ZodType<Case[]>,
    run: (policies: PolicySet, one: Case) => Mismatch | undefined,
  ): CaseKind =>
  (source, file, policies) => {
    const parsed = source.parse(file, schema);
    if (parsed === undefined) return { cases: 0, failures: [] };
    const failures = parsed.value.flatMap((one, i) => {
      const mismatch = run(policies, one);
      return mismatch === undefined ? [] : [{ file, line: parsed.lineOf([i]), ...mismatch }];
    });
    return { cases: parsed.value.length, failures };
  };

/** Ids as a set reads: sorted, without repeats. */
export const idList = (ids: readonly string[]): string => `[${[...new Set(ids)].sort().join(', ')}]`;

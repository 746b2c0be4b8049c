import type { Flag } from '@/lib/domain/triage';
import { findRaised } from '@/lib/policies/phrases';
import type { PolicySet } from '@/lib/policies/policy-set';

/** A flag and the words that raised it; offsets are UTF-16. */
export interface FoundFlag {
  flag: Flag;
  start: number;
  end: number;
  text: string;
}

/** Flags that a text raises: phrases of each flag, without those that overlap one of its innocent look-alikes. */
export const findFlags = (text: string, flags: PolicySet['flags']): FoundFlag[] =>
  flags.flatMap(({ flag, raise, unless }) =>
    findRaised(raise, unless, text).map(({ start, end }) => ({
      flag,
      start,
      end,
      text: text.slice(start, end),
    })),
  );

import type { Flag } from '@/lib/domain/triage';
import { findRaised } from '@/lib/policies/phrases';
import type { PolicySet } from '@/lib/policies/policy-set';
import type { FlagExamples } from '@/lib/policies/triage-policy';
import { readHumanRequests } from './flags/human-request';

/** A flag and the words that raised it; offsets are UTF-16. */
export interface FoundFlag {
  flag: Flag;
  start: number;
  end: number;
  text: string;
}

interface Place {
  start: number;
  end: number;
}

/** Flags that are also read from learnt examples, where people word one thing in more ways than phrases foresee. */
const READERS: Partial<Record<Flag, (text: string, taught: FlagExamples) => Place[]>> = {
  human_requested: readHumanRequests,
};

const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

/** What examples read in a text and neither a phrase of the flag nor one of its innocent look-alikes touches. */
const placesRead = (
  { flag, unless, examples }: PolicySet['flags'][number],
  text: string,
  found: readonly Place[],
): Place[] => {
  if (found.length > 0 || examples === undefined) return [];
  const read = READERS[flag]?.(text, examples) ?? [];
  if (read.length === 0) return [];
  const innocent = unless.find(text);
  return read.filter((place) => !innocent.some((other) => overlap(place, other))).slice(0, 1);
};

/**
 * Flags that a text raises: phrases of each flag, without those that overlap one of its innocent look-alikes, and for some flags
 * what examples have taught. A phrase of the policy always counts before what was learnt.
 */
export const findFlags = (text: string, flags: PolicySet['flags']): FoundFlag[] =>
  flags.flatMap((rule) => {
    const found = findRaised(rule.raise, rule.unless, text);
    return [...found, ...placesRead(rule, text, found)].map(({ start, end }) => ({
      flag: rule.flag,
      start,
      end,
      text: text.slice(start, end),
    }));
  });

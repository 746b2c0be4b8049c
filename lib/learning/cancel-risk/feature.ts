import type { RiskFeature } from '@/lib/domain/cancel-risk';
import type { RiskFacts } from './facts';

/** One figure that cancel risk is learnt from. */
export interface Feature {
  id: RiskFeature;
  /** Null where nobody knows. */
  read(facts: RiskFacts): number | null;
  /** The figure in words that a rep may say to the customer, and reads in two seconds. */
  says(value: number): string;
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** A flag's two sentences. */
export const either =
  (yes: string, no: string) =>
  (value: number): string =>
    value > 0 ? yes : no;

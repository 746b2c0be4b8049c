/** What a drafted answer stands on. Shares are from 0 to 1. */
export interface Support {
  /** Relevance of the best passage that was used; 0 when none was. */
  relevance: number;
  /** How far it lies above the best passage that was not used. */
  margin: number;
  intent: number;
  /** Of the facts the intent needs, the share that is known. */
  known: number;
  step: boolean;
  incident: boolean;
  stale: boolean;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Probability that the answer is right: a logistic model whose weights say that relevance and intent count most, an incident of
 * the customer's own area is nearly proof, and old or unneeded evidence counts against.
 */
export const confidenceOf = ({ relevance, margin, intent, known, step, incident, stale }: Support): number =>
  sigmoid(
    -3 +
      3.2 * relevance +
      1.4 * intent +
      0.5 * margin +
      0.6 * known +
      (step ? 0.6 : 0) +
      (incident ? 2.4 : 0) -
      (stale ? 0.7 : 0),
  );

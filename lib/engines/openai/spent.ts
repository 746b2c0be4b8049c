/** Tokens of one or more calls and their price in millionths of a dollar; null when a price is not known. */
export interface Spent {
  tokensIn: number;
  tokensOut: number;
  costMicros: number | null;
}

export const NOTHING_SPENT: Spent = { tokensIn: 0, tokensOut: 0, costMicros: 0 };

/** One unknown price makes the sum unknown. */
export const addSpent = (a: Spent, b: Spent): Spent => ({
  tokensIn: a.tokensIn + b.tokensIn,
  tokensOut: a.tokensOut + b.tokensOut,
  costMicros: a.costMicros === null || b.costMicros === null ? null : a.costMicros + b.costMicros,
});

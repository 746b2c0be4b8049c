/** Dollars per million tokens, which is millionths of a dollar per token. */
export interface Price {
  input: number;
  cachedInput: number;
  output: number;
  /** The day the figure was last compared. */
  checked: string;
}

/**
 * Standard-tier list prices of prompts up to 272,000 tokens. Their source is https://developers.openai.com/api/docs/pricing; they were
 * compared, on the day in `checked`, with what at least one other party that quotes that page says, not with the page itself.
 * Prices change: correct the figure and its date together. A model that is not here has an unknown price, never a guessed one.
 */
const PRICES: Readonly<Record<string, Price>> = {
  'gpt-4o': { input: 2.5, cachedInput: 1.25, output: 10, checked: '2026-11-21' },
  'gpt-4o-mini': { input: 0.15, cachedInput: 0.075, output: 0.6, checked: '2026-11-21' },
  'gpt-4.1': { input: 2, cachedInput: 0.5, output: 8, checked: '2026-11-21' },
  'gpt-4.1-mini': { input: 0.4, cachedInput: 0.1, output: 1.6, checked: '2026-11-21' },
  'gpt-4.1-nano': { input: 0.1, cachedInput: 0.025, output: 0.4, checked: '2026-11-21' },
  'gpt-5': { input: 1.25, cachedInput: 0.125, output: 10, checked: '2026-11-21' },
  'gpt-5-mini': { input: 0.25, cachedInput: 0.025, output: 2, checked: '2026-11-21' },
  'gpt-5-nano': { input: 0.05, cachedInput: 0.005, output: 0.4, checked: '2026-11-21' },
  'gpt-5.1': { input: 1.25, cachedInput: 0.125, output: 10, checked: '2026-11-21' },
  'gpt-5.2': { input: 1.75, cachedInput: 0.175, output: 14, checked: '2026-09-05' },
  'gpt-5.4': { input: 2.5, cachedInput: 0.25, output: 15, checked: '2026-11-21' },
  'gpt-5.4-mini': { input: 0.75, cachedInput: 0.075, output: 4.5, checked: '2026-11-21' },
  'gpt-5.4-nano': { input: 0.2, cachedInput: 0.02, output: 1.25, checked: '2026-09-05' },
  'gpt-5.6-terra': { input: 2, cachedInput: 0.2, output: 12, checked: '2026-11-21' },
  'gpt-5.6-luna': { input: 0.2, cachedInput: 0.02, output: 1.2, checked: '2026-11-21' },
  // Input at the price of a cache write: usage does not say which tokens were written, and a budget must not be too low.
  'gpt-6-sol': { input: 2.5, cachedInput: 0.2, output: 10, checked: '2026-11-21' },
  'gpt-6-luna': { input: 0.125, cachedInput: 0.01, output: 0.5, checked: '2026-11-21' },
  'gpt-6.1-terra': { input: 1.25, cachedInput: 0.05, output: 5, checked: '2026-11-21' },
  'text-embedding-3-small': { input: 0.02, cachedInput: 0.02, output: 0, checked: '2026-11-21' },
  'text-embedding-3-large': { input: 0.13, cachedInput: 0.13, output: 0, checked: '2026-11-21' },
};

const SNAPSHOT = /-\d{4}-\d{2}-\d{2}$/;

/** The price of a model or of a dated snapshot of it; null when it is not known. */
export const priceOf = (model: string): Price | null => {
  const name = model.replace(SNAPSHOT, '');
  return Object.hasOwn(PRICES, name) ? (PRICES[name] ?? null) : null;
};

/** Millionths of a dollar, rounded up, for tokens of which `cached` are part of the input. */
export const costMicros = (
  model: string,
  tokens: { input: number; cached: number; output: number },
): number | null => {
  const price = priceOf(model);
  if (price === null) return null;
  const cached = Math.min(tokens.cached, tokens.input);
  const micros =
    (tokens.input - cached) * price.input + cached * price.cachedInput + tokens.output * price.output;
  // Floating point may put a hair above a whole number; that hair is no millionth.
  return Math.ceil(micros - 1e-6);
};

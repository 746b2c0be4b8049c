/** Families that think first: they take no temperature, count thoughts as output, and must be told to be quick. */
const THINKS = /^(?:o\d|gpt-[5-9])/;

type Sampling =
  | { max_tokens: number; temperature: number }
  | { max_completion_tokens: number; reasoning_effort: 'low' };

/** The sampling parameters a model accepts; the wrong ones are refused with status 400. */
export const samplingOf = (
  model: string,
  { maxTokens, temperature }: { maxTokens: number; temperature: number },
): Sampling =>
  THINKS.test(model)
    ? { max_completion_tokens: maxTokens, reasoning_effort: 'low' }
    : { max_tokens: maxTokens, temperature };

/** The tokenizer needs quadratic time within one run of letters; pieces of this length bound it, at the price of a token or two each. */
const PIECE = 512;

export type CountTokens = (text: string) => number;

/** Tokens of a text in the o200k vocabulary. Text that spells a special token is counted as text. */
export const loadTokenizer = async (): Promise<CountTokens> => {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  const asText = { disallowedSpecial: new Set<string>() };
  return (text) => {
    let tokens = 0;
    for (let start = 0; start < text.length; start += PIECE) {
      tokens += countTokens(text.slice(start, start + PIECE).toWellFormed(), asText);
    }
    return tokens;
  };
};

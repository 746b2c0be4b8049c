import { DIGITS, NUMBER, numberOf } from './numbers';
import { collect, longest, type Quantity } from './quantity';

const SYMBOL = String.raw`(?:US|CA|C|A|AU|MX|R)?\$|[€£¥₹₽₺₩฿₫]`;
const CODE = 'usd|eur|gbp|cad|aud|mxn|inr|jpy|chf';
const WORD =
  'dollars?|dollors?|bucks?|euros?|pounds?|quid|rupees?|yen|pesos?|d[oó]lar(?:es)?|libras?|francs?';
const CENTS = 'cents?|centavos?|c[eé]ntimos?|pence';

const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:${SYMBOL}) ?|(?:${CODE}) )(?<value>${DIGITS})(?:\s?(?<kilo>k)\b)?`,
  'giu',
);
const AFTER = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?<value>${NUMBER})[ -]?(?:(?<cents>${CENTS})|(?:${WORD}|${CODE})(?: and (?<rest>${NUMBER})[ -](?:${CENTS}))?|[$€£])(?![\p{L}\d])`,
  'giu',
);
const BARE = /(?<![\d.,$€£-])(?<value>\d{1,3}(?:,\d{3}){0,3}\.\d{2}|\d{4,7}\.\d{2})(?![\d%]|\.\d|\s?%)/g;

const keysOf = ({ value = '', cents, rest, kilo }: Record<string, string | undefined>): string[] => {
  const number = numberOf(value);
  if (number === null) return [];
  const minor =
    cents === undefined
      ? number * (kilo === undefined ? 100 : 100_000) + (rest === undefined ? 0 : (numberOf(rest) ?? 0))
      : number;
  return [String(Math.round(minor))];
};

/** Amounts of money with a symbol, code or word of a currency. The key is the number of minor units. */
export const findAmounts = (text: string): Quantity[] =>
  longest([...collect('amount', text, BEFORE, keysOf), ...collect('amount', text, AFTER, keysOf)]);

/** Numbers with two decimals and no currency, as tables and account facts write money; keys as above. */
export const findBareAmounts = (text: string): Quantity[] => collect('amount', text, BARE, keysOf);

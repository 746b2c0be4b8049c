import { findAmounts } from '../quantities/amounts';
import type { Candidate } from './candidate';

const IN_DIGITS = /^\d[\d.,]*\d(?=[ -]?(?!cent|cént|pence)\p{L}{3,})|^\d(?= ?(?!cent|cént|pence)\p{L}{3,})/iu;

/** Amounts of money. Of digits with a word for whole units (`299 dollars`) the digits are the entity; a sign, cents and worded numbers stay. */
export const findAmountEntities = (text: string): Candidate[] =>
  findAmounts(text).map(({ start, end, text: said }) => ({
    type: 'amount',
    start,
    end: IN_DIGITS.test(said) ? start + (IN_DIGITS.exec(said)?.[0].length ?? 0) : end,
  }));

import type { Candidate } from './candidate';

const DIGIT_RUN = /(?<![\d\p{L}])\d[\d -]{10,40}\d(?![\p{L}\d])/gu;
const CARD_WORDS =
  /(?:card|cards|cc|visa|mastercard|amex|american express|discover|debit|credit|tarjeta|carte|karte)\b[^\n]{0,24}$/i;
const KNOWN_START = /^(?:4|5[0-8]|6|3[0-9]|2[2-7]|1800)/;

/** The check of ISO/IEC 7812-1, annex B (Luhn): every second digit from the right doubled, the sum divisible by ten. */
export const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

interface Group {
  digits: string;
  start: number;
}

const groupsOf = (run: string, at: number): Group[] =>
  [...run.matchAll(/\d+/g)].map((match) => ({ digits: match[0], start: at + match.index }));

/** The longest stretch of whole groups from `first` that is a card number. */
const cardFrom = (groups: readonly Group[], first: number, named: boolean): Candidate | null => {
  let digits = '';
  let best: Candidate | null = null;
  const start = groups[first]?.start ?? 0;
  for (const group of groups.slice(first)) {
    digits += group.digits;
    if (digits.length > 19) break;
    const fits = named ? digits.length >= 12 : digits.length >= 13 && KNOWN_START.test(digits);
    if (fits && luhn(digits) && !/^(\d)\1*$/.test(digits))
      best = { type: 'credit_card', start, end: group.start + group.digits.length };
  }
  return best;
};

/** Payment card numbers of 13 to 19 digits that pass the check, also grouped; from 12 on, and with any first digits, after a word for a card. */
export const findCards = (text: string): Candidate[] =>
  [...text.matchAll(DIGIT_RUN)].flatMap((match) => {
    const named = CARD_WORDS.test(text.slice(Math.max(0, match.index - 40), match.index));
    const groups = groupsOf(match[0], match.index);
    const found: Candidate[] = [];
    for (let first = 0; first < groups.length; first++) {
      const card = cardFrom(groups, first, named);
      if (card === null) continue;
      found.push(card);
      while (first + 1 < groups.length && (groups[first + 1]?.start ?? 0) < card.end) first++;
    }
    return found;
  });

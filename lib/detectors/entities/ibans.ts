import type { Candidate } from './candidate';

/** Length of an IBAN by country, from the SWIFT IBAN registry. */
const LENGTHS: Record<string, number> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SC: 31,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
};
const START = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9])/giu;

/** The check of ISO 13616: country and check digits moved to the end, letters as 10 to 35, remainder by 97 is one. */
const checks = (iban: string): boolean => {
  let remainder = 0;
  for (const mark of `${iban.slice(4)}${iban.slice(0, 4)}`) {
    const value = Number.parseInt(mark, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
};

const readFrom = (text: string, start: number): Candidate | null => {
  const length = LENGTHS[text.slice(start, start + 2).toUpperCase()];
  if (length === undefined) return null;
  let iban = '';
  let at = start;
  while (at < text.length && iban.length < length) {
    const mark = text[at] ?? '';
    if (/[a-z0-9]/i.test(mark)) iban += mark.toUpperCase();
    else if (!/[ -]/.test(mark)) return null;
    at++;
  }
  const whole = iban.length === length && !/[\p{L}\p{N}]/u.test(text[at] ?? '');
  return whole && checks(iban) ? { type: 'iban', start, end: at } : null;
};

/** International bank account numbers, in one piece or in groups. */
export const findIbans = (text: string): Candidate[] =>
  [...text.matchAll(START)].flatMap((match) => readFrom(text, match.index) ?? []);

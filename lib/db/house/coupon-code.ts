import { randomInt } from 'node:crypto';

/** Digits and capitals without those that are taken for one another: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const LETTERS = '34679ACDEFGHJKMNPQRTWXY';
const GROUPS = 4;
const GROUP = 4;

const group = (): string => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** A code to be read out and typed: `LF-4KQX-7MTC-P9AD-W3HR`. 23^16, or 72 bits, from the system's random source: not to be guessed. */
export const newCouponCode = (): string => ['LF', ...Array.from({ length: GROUPS }, group)].join('-');

/** A code as it was said or typed, as it is stored: capitals, one dash between groups. */
export const readCouponCode = (typed: string): string => {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const body = letters.startsWith('LF') && letters.length > GROUPS * GROUP ? letters.slice(2) : letters;
  return ['LF', ...(body.match(/.{1,4}/g) ?? [])].join('-');
};

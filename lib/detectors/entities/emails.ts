import { type Candidate, candidates } from './candidate';

const WRITTEN =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}_][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}][\p{L}\p{N}.-]{2,253}/gu;
const SPOKEN =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}_][\p{L}\p{N}._-]{0,40} (?:at|arroba) [\p{L}\p{N}-]{2,30} (?:dot|punto) (?:com|net|org|edu|gov|io|co|us|uk|mx|es)(?![\p{L}\p{N}])/giu;
const DOMAIN = /\.(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/iu;

/** Addresses as written (`ana@example.com`) and as spoken (`ana at example dot com`). */
export const findEmails = (text: string): Candidate[] => [
  ...candidates('email', text, WRITTEN).flatMap((found) => {
    const value = text.slice(found.start, found.end).replace(/[.-]{1,8}$/, '');
    return DOMAIN.test(value) ? [{ ...found, end: found.start + value.length }] : [];
  }),
  ...candidates('email', text, SPOKEN),
];

import { type Candidate, candidates } from './candidate';

const STATES =
  'A[AEKLPRSZ]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOPST]|N[CDEHJMVY]|O[HKR]|P[ARW]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY]';
const NAMED =
  /(?<!\p{L})(?:zip|postal|post|c[oó]digo postal|cp|plz|postcode)(?: ?code)?(?: (?:is|number|here|es))*\s{0,2}[:=#]?\s{0,2}(?<value>\d{3,5}(?:[ -]?\d{2,4}(?!\d))?(?: [A-Z]{2}\b)?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?!\d)/giu;
const AFTER_STATE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${STATES})\.?,? (?<value>\d{5}(?:-\d{4})?)(?![\d-])`,
  'gu',
);
const BRITISH = /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])/gu;
const CANADIAN = /(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d(?![\p{L}\d])/gu;
const IN_PLACE =
  /(?<!\p{L})(?:live in|living in|located in|moving to|move to|based in|area(?: of)?|service zip)\b[^\d\n]{0,24}(?<value>\d{5}(?:-\d{4})?)(?![\d-])/giu;

/** Postal codes: after a word or state that announces them, or of a shape that nothing else has. */
export const findZips = (text: string): Candidate[] =>
  [NAMED, AFTER_STATE, BRITISH, CANADIAN, IN_PLACE].flatMap((pattern) => candidates('zip', text, pattern));

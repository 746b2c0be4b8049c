import { type Candidate, candidates } from './candidate';

const GROUPED = /(?<![\d-])(?!000|666)\d{3}(?<mark>[- ])(?!00)\d{2}\k<mark>(?!0000)\d{4}(?![\d-])/g;
const NAMED =
  /\b(?:ssn|social security|social|itin|taxpayer id|seguro social)(?: (?:number|no|num|is|numero|número|es))*:? ?#?(?<value>\d{3}[- ]?\d{2}[- ]?\d{4})(?!\d)/giu;
const ENDING =
  /\b(?:ssn|social(?: security)?)(?: number)? (?:ends|ending) (?:in|with) (?<value>\d{4})(?!\d)/gi;

/** United States social security numbers, whole or their last four when named so. */
export const findSsns = (text: string): Candidate[] =>
  [GROUPED, NAMED, ENDING].flatMap((pattern) => candidates('ssn', text, pattern));

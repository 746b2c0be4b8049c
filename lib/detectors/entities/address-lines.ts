/** What may follow a street: a unit, a town, a region and a code, a country; each on its own line or after a comma. */
const GAP =
  /[ \t]*(?:,|\n|\. ?(?=(?:apt|suite|unit|flat)\b))[\s,?]{0,10}| (?=(?:apt|apartment|suite|ste|unit|flat|floor|no)\.? ?#?\d)| (?=#\d)/iuy;
const UNIT =
  /(?:apt|apartment|suite|ste|unit|flat|floor|fl|box|#)\.?\s?#?[\p{L}\d-]{1,8}(?![\p{L}\d])|no\.?\s?\d{1,5}[a-z]?(?![\p{L}\d])/iuy;
const CODE =
  /(?:[A-Z]{2,3},? ?)?\d{4,6}(?:-\d{3,4})?(?![\d\p{L}-]|[ /]\d)|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])/uy;
/** The code before the town, as most of Europe writes it. */
const CODED_TOWN =
  /\d{4,6} \p{Lu}[\p{L}'’.-]{1,24}(?: \p{Lu}[\p{L}'’.-]{0,24}){0,2}(?=\s*(?:[,.?!;]|\n|$))/uy;
const REGION = /[A-Z]{2,3}(?![\p{L}\d])/uy;
/** Up to four words and a region or code with them. */
const TOWN =
  /(?:\d{4,6} )?(?!(?:and|or|the|my|but|for|on)\b)\p{L}[\p{L}'’.-]{1,24}(?: [\p{L}(][\p{L}'’.()-]{0,24}){0,3}(?:,? (?:[A-Z]{2,3}|[a-z]{2}))?,? \d{4,6}(?:-\d{3,4})?(?![\d\p{L}-])/uy;
const PLACE =
  /\p{Lu}[\p{L}'’.-]{1,24}(?: (?:[\p{Lu}(][\p{L}'’.()-]{0,24}|de|del|do|da|la|nad|am|an|der|sur|upon|on)){0,4}(?=\s*(?:[,.?!;]|\n|$))/uy;
const MOST_LINES = 6;

const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/**
 * Where an address that begins before `from` ends, and whether what follows proves that it is one: a unit or a postal code.
 * Lines after the last proof are kept only while they look like a place. At most six lines of bounded length are read.
 */
export const growAddress = (text: string, from: number): { end: number; proven: boolean } => {
  let end = from;
  let proven = false;
  let at = from;
  for (let line = 0; line < MOST_LINES; line++) {
    const next = matchAt(GAP, text, at);
    if (next === -1) break;
    const proof = [UNIT, CODED_TOWN, CODE, TOWN]
      .map((pattern) => matchAt(pattern, text, next))
      .find((stop) => stop !== -1);
    const stop =
      proof ?? [REGION, PLACE].map((pattern) => matchAt(pattern, text, next)).find((found) => found !== -1);
    if (stop === undefined) break;
    proven ||= proof !== undefined;
    end = stop;
    at = stop;
  }
  return { end, proven };
};

import { type Candidate, candidates } from './candidate';

const TYPE =
  'street|str|st|avenue|ave|av|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|square|sq|terrace|ter|parkway|pkwy|highway|hwy|circle|cir|trail|trl|turnpike|tpke|alley|crescent|close|walk|mews|loop|row|grove|quay|plaza|isle|ridge|hill|point|crossing|pass|run|way';
const LEADING = String.raw`via|viale|piazza|piazzetta|corso|rue|avenue|boulevard|chemin|place|route|impasse|quai|calle|avenida|avda|paseo|plaza|carrer|rua|travessa|praceta|praça|largo|ul\.|ulica|aleja|ulitsa|οδός|πλατεία`;
const SUFFIXED = String.raw`[\p{L}'.-]{2,24}(?:stra(?:ss|ß)e|str\.|gasse|weg|platz|allee|gade|gata|gatan|vej|vegen|veien|vägen|straat|laan|weg|plein|katu|tie|kuja|utca|út|iela)`;
const WORD = String.raw`[\p{L}\d][\p{L}\d'.-]{0,24}`;
const UNIT = String.raw`(?:,?\s{1,6}(?:apt|apartment|suite|ste|unit|flat|floor|box|no|#)\.?\s?#?[\p{L}\d-]{1,8}){0,2}`;
const TOWN = String.raw`(?:,?\s{1,6}(?:${WORD} ){0,3}${WORD},? (?:[A-Z]{2}),? \d{5}(?:-\d{4})?)?`;

const TYPED = new RegExp(
  String.raw`(?<![\p{L}\d.$])\d{1,6}[a-z]?,? (?:${WORD} ){1,4}(?:${TYPE})(?![\p{L}\d])\.?${UNIT}${TOWN}`,
  'giu',
);
const LED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:\d{1,6} )?(?:${LEADING}) (?:${WORD} ){0,4}${WORD}(?: \d{1,5}[a-z]?)?${UNIT}`,
  'giu',
);
const JOINED = new RegExp(String.raw`(?<![\p{L}\d])(?:\d{1,6} )?${SUFFIXED} \d{1,5}[a-z]?${UNIT}`, 'giu');
const BOX =
  /(?<![\p{L}\d])(?:(?:\d{1,6} )?p\.? ?o\.? ?box|post(?:al)?box|postfach|apartado) #?\d{1,7}(?:,?\s{1,6}(?:apt|suite|unit)\.? ?#?[\p{L}\d-]{1,8})?(?:,?\s{1,6}(?:[APD]PO|[A-Z]{2}) [A-Z]{2} \d{5})?/giu;
const MILITARY =
  /(?<![\p{L}\d])(?:(?:unit|psc|cmr) \d{3,5},? box \d{1,5}|us[nsv]{1,2} [\p{L}-]{2,24}(?: [\p{L}-]{2,24})?)(?:,?\s{1,6}[adf]po,? a[aep],? \d{5})?/giu;
const CORNER = new RegExp(
  String.raw`(?<!\p{L})corner of (?:${WORD} ){1,5}and (?:${WORD} ){0,3}(?:${TYPE}|${WORD})(?![\p{L}\d])`,
  'giu',
);
const STATED =
  /(?<!\p{L})(?:(?:new |billing |shipping |service |mailing |home |delivery |postal )?address(?: is|:)|(?:i live|we live|lives|live|located|reside|residing) (?:at|on)|deliver (?:it )?to|ship (?:it )?to|send (?:it |a new one )?to|return to|meet me at|office is at)\s{1,3}(?<value>\d{1,6}[a-z]?,? [\p{L}\d][\p{L}\d '.,#-]{4,80}?)(?=[?!\n]|\. |$)/giu;

/** Any of it in `5 minutes on the road` would be one, so a street is no sentence: verbs and articles are refused. */
const SENTENCE =
  /\b(?:the|is|are|was|were|my|your|to|of|for|minutes?|hours?|days?|dollars?|times?|years?|and then|please|i|you|have|has|not|in|from|with|on)\b/iu;

/** Street and postal addresses of common shapes, with unit, town and code where they follow. */
export const findAddresses = (text: string): Candidate[] => [
  ...candidates('address', text, TYPED, (value) => !SENTENCE.test(value)),
  ...candidates('address', text, LED, (value) => /\d/.test(value) && !SENTENCE.test(value)),
  ...[JOINED, BOX, MILITARY, CORNER].flatMap((pattern) => candidates('address', text, pattern)),
  ...candidates('address', text, STATED, (value) => /\p{L}{3}/u.test(value)),
];

import { growAddress } from './address-lines';
import { type Candidate, candidates } from './candidate';

const TYPE =
  'street|str|st|avenue|ave|av|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|square|sq|terrace|ter|parkway|pkwy|highway|hwy|circle|cir|trl|turnpike|tpke|alley|crescent|mews|quay|plaza|causeway';
/** Ends of street names that are everyday words: what stands before them must be written as a name. */
const WORDY =
  'Trail|Close|Walk|Loop|Row|Grove|Isle|Ridge|Hills?|Points?|Cross(?:ing|road|roads)?|Pass|Run|Way|Green|Gardens?|Heights|Islands?|Rapids|Harbor|Meadows?|Manor|Junction|Bend|Bypass|Spur|View|Creek|Hollow|Park|Dale|Mission|Freeway';
const LEADING = String.raw`via|viale|vicolo|piazza|piazzetta|corso|strada|largo|rue|avenue|boulevard|chemin|place|route|impasse|quai|allée|cours|calle|avenida|avda\.?|paseo|plaza|carrer|carretera|camino|ronda|rua|travessa|praceta|praça|ul\.|ulica|aleja|al\.|os\.|ulitsa|ulice|trg|náměstí|nám\.|οδός|πλατεία|jalan|jl\.`;
const SUFFIXED = String.raw`[\p{L}'.-]{2,24}(?:stra(?:ss|ß)e|str\.|gasse|weg|platz|allee|gade|gata|gatan|vej|vegen|veien|vägen|straat|laan|plein|gracht|hove|kade|dijk|katu|tie|kuja|utca|út|iela|stræti|braut|gatu)`;
const WORD = String.raw`[\p{L}\d][\p{L}\d'.-]{0,24}`;
const LETTERS = String.raw`\p{L}[\p{L}'.-]{0,24}`;
const NUMBER = String.raw`\d{1,6}[a-z]?`;

const TYPED = new RegExp(
  String.raw`(?<![\p{L}\d.$])(?:\d{1,6} )?${NUMBER},? (?:${WORD} ){1,4}(?:${TYPE})(?![\p{L}\d])\.?`,
  'giu',
);
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\d.$])(?:\d{1,6} )?${NUMBER} (?:(?:\p{Lu}[\p{L}'.-]{1,24}|\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:${WORDY})(?![\p{L}\d])`,
  'gu',
);
const LED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:\d{1,6} )?(?:(?:${LEADING}) |c\/ ?)(?:${LETTERS} ){0,4}${LETTERS}(?: ${NUMBER})?(?![\p{L}\d])`,
  'giu',
);
const JOINED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:\d{1,6} )?(?:\p{Lu}[\p{L}.-]{1,20} ){0,2}${SUFFIXED} ${NUMBER}(?![\p{L}\d])`,
  'gu',
);
const HUNGARIAN =
  /(?<![\p{L}\d])(?:\d{1,6} )?(?:\p{L}[\p{L}.-]{1,20} ){1,3}(?:u\.|utca|út|útja|tér|krt\.) \d{1,4}\.?/giu;
const BOX =
  /(?<![\p{L}\d])(?:(?:\d{1,6} )?p\.? ?o\.? ?box|post(?:al)?box|postfach|apartado) #?\d{1,7}(?:,?\s{1,6}(?:apt|suite|unit)\.? ?#?[\p{L}\d-]{1,8})?(?:,?\s{1,6}(?:[APD]PO|[A-Z]{2}) [A-Z]{2} \d{5})?/giu;
const MILITARY =
  /(?<![\p{L}\d])(?:(?:unit|psc|cmr) \d{3,5},? box \d{1,5}|us[nsv]{1,2} [\p{L}-]{2,24}(?: [\p{L}-]{2,24})?)(?:,?\s{1,6}[adf]po,? a[aep],? \d{5})?/giu;
const CORNER = new RegExp(
  String.raw`(?<!\p{L})corner of (?:${WORD} ){1,5}and (?:${WORD} ){0,3}(?:${TYPE}|${WORD})(?![\p{L}\d])`,
  'giu',
);
const STATED =
  /(?<!\p{L})(?:(?:new |billing |shipping |service |mailing |home |delivery |postal )?address(?: is|:)|(?:i live|we live|lives|live|located|reside|residing) (?:at|on)|deliver (?:it )?to|ship (?:it )?to|send (?:it |a new one )?to|return to|meet (?:me|you) at|taxi to|office is at|restaurant is at|they are:)\s{1,3}(?<value>\d{1,6}[a-z]?,? [\p{L}\d][\p{L}\d '.,#/-]{4,80}?)(?=[?!\n]|\. |$)/giu;
const PART = String.raw`(?:\p{Lu}[\p{L}'./-]{0,24}|\d{1,5}|ul\.|de|del|della|di|da|do|dos|das|du|la|le|las|los|van|von|der|den|am|im|u\.)`;
/** A number and names, or names and a number, which only what follows makes an address. */
const UNTYPED = new RegExp(
  String.raw`(?<![\p{L}\d.$#-])(?:\d{1,6} (?:${PART} ){0,5}\p{Lu}[\p{L}'./-]{1,24}(?: \d{1,5}[a-z]?)?|(?:\p{Lu}[\p{L}'./-]{1,24} ){1,5}\d{1,5}[a-z]?(?: (?:\p{Lu}[\p{L}'-]{1,24} ?){1,2})?)(?=,|\s|$)`,
  'gu',
);

/** Any of it in `5 minutes on the road` would be one, so a street is no sentence: verbs and articles are refused. */
const SENTENCE =
  /\b(?:the|is|are|was|were|my|your|to|of|for|minutes?|hours?|days?|min|mins|mile|miles|hard|long|short|dollars?|times?|years?|and then|please|i|you|have|has|not|in|from|with|on|order|invoice|gig|mbps|if|we|can|at|what|am|pm|this|that|it|but|ghz)\b/iu;

/** Street and postal addresses of common shapes, in the order of several countries, with unit, town, code and country where they follow. */
export const findAddresses = (text: string): Candidate[] => {
  const sure = [
    ...candidates('address', text, TYPED, (value) => !SENTENCE.test(value)),
    ...candidates(
      'address',
      text,
      LED,
      (value) => /\p{L}{3,}.* \p{L}{3}.*\d|^\d+ \p{L}/u.test(value) && !SENTENCE.test(value),
    ),
    ...candidates('address', text, NAMED, (value) => !SENTENCE.test(value)),
    ...[JOINED, HUNGARIAN, BOX, MILITARY, CORNER].flatMap((pattern) => candidates('address', text, pattern)),
  ];
  const untyped = candidates('address', text, UNTYPED, (value) => !SENTENCE.test(value));
  const shaped = [
    ...sure.map((found) => ({ ...found, end: growAddress(text, found.end).end })),
    ...untyped.flatMap((found) => {
      const grown = growAddress(text, found.end);
      return grown.proven ? [{ ...found, end: grown.end }] : [];
    }),
  ];
  /** What is only said to be an address counts where no shape tells where it ends. */
  const stated = candidates('address', text, STATED, (value) => /\p{L}{3}/u.test(value)).filter(
    (found) => !shaped.some(({ start, end }) => start < found.end && found.start < end),
  );
  return [...shaped, ...stated];
};

import { type Candidate, candidates } from './candidate';
import { isGiven, isLikely, isPlausible, isSurname, lengthBeforeName } from './names';

/** Without the `'s` of what is theirs. */
const CAPITAL = String.raw`\p{Lu}(?:[\p{L}-]|'(?=\p{L})(?!s(?!\p{L}))){1,24}`;
const INITIAL = String.raw`(?: \p{Lu}\.?(?= \p{Lu}))?`;
const NAME = `${CAPITAL}(?:${INITIAL} (?:(?:de|la|van|von|der|del|da|bin|al) ){0,2}${CAPITAL}){0,3}`;
const FULL = `${CAPITAL}(?:${INITIAL} (?:(?:de|la|van|von|der|del|da|bin|al) ){0,2}${CAPITAL}){1,3}`;
const insensitive = (words: string): string =>
  words.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

const HONORIFIC = new RegExp(
  String.raw`(?<!\p{L})(?:${insensitive('mr|mrs|ms|miss|dr|prof|sr|sra')})\.? (?<value>${NAME})`,
  'gu',
);
const INTRODUCED = new RegExp(
  String.raw`(?<!\p{L})(?:${insensitive("my name is|my name's|name is|named|name:|me llamo|mi nombre es|i am called|this is|it's|speaking with|ask for|signed,|regards,|thanks,|sincerely,|under the name|in the name of|account holder is|account holder:|partner's name|maiden name is|correct it to|change it to")})[ \n](?:(?:Mr|Mrs|Ms|Dr)\.? )?(?<value>${NAME})`,
  'gu',
);
const SELF = new RegExp(
  String.raw`(?<!\p{L})(?:[Ii]'?m|[Ii] am|[Ss]oy|behalf of|(?:bills?|invoices?|statements?|receipts?) from|factura de|spoke (?:to|with)|talked (?:to|with)|dealt with|belongs to|registered to) (?<value>${FULL})`,
  'gu',
);
/** A line that is nothing but a name signs a letter or heads an address. */
const SIGNED = new RegExp(String.raw`(?<=^|\n)[ ]{0,3}(?<value>${FULL})(?=\n|$)`, 'gu');
const SAID_LOW =
  /(?<!\p{L})(?:my name is|my name's|me llamo|mi nombre es) (?<value>\p{L}{2,20}(?: \p{L}{2,20})?)/giu;
/** Any run of capitalised words, for names that are known as such. */
const RUN = new RegExp(String.raw`(?<![\p{L}\d@.-]|\p{L}['’])(?<value>${FULL})(?![\p{L}\d@-])`, 'gu');
const SINGLE = new RegExp(String.raw`(?<![\p{L}\d@.'’-])(?<value>${CAPITAL})(?![\p{L}\d@-]|\.\p{L})`, 'gu');
/** Words that people stand after, whatever their names are. */
const AFTER_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:${insensitive(
    'follow up with|speak to|speak with|speaking to|talk to|talk with|meet with|met with|assistant to|directed by|written by|sung by|painted by|founded by|signed by|starring|commenter|heard|colleague|neighbor|neighbour|husband|wife|son|daughter|brother|sister|partner|friend|guardian|actor|singer|author|said|jealous of|married to|works with|working with|regards to|attention of|care of|c/o|attn|attn:|behalf of',
  )}) (?<value>${FULL})`,
  'gu',
);
/** What people do, or own. */
const BEFORE_WORD = new RegExp(
  String.raw`(?<![\p{L}\d@.-])(?<value>${FULL})(?=['’]s \p{L}| (?:says|said|spent|listed|wrote|called|told|asked|works|worked|lives|lived|moved|married|signed|ordered|bought|paid|died|won|plays|played|is a|is an|is from|was born|has been|speaks|points out|will be home)(?!\p{L})|, (?:the|a|an|our|my|who|CEO|head|aged) )`,
  'gu',
);
/** A line of a dialogue or a label for one. */
const SPEAKER = new RegExp(String.raw`(?<=^|\n)(?<value>${CAPITAL}(?: ${CAPITAL})?)(?=: ?\S)`, 'gu');
/** Names in a list: where one is known, all are. */
const LISTED = new RegExp(
  `(?<=(?:founders|owners|members|partners|authors|residents|guests|tenants|children|users|attendees|participants|siblings|heirs)(?: are|:| were)? )(?<value>${CAPITAL}(?:, ${CAPITAL}){0,5},? and ${CAPITAL})`,
  'gu',
);
const LOW_FULL = /(?<![\p{L}\d@._-])(?<value>\p{Ll}{3,20}(?: \p{Ll}\.?)? \p{Ll}{3,24})(?![\p{L}\d@_-])/gu;
const OPENING = new RegExp(
  String.raw`^(?:[Hh]i|[Hh]ello|[Dd]ear|[Hh]ey|[Hh]ola) (?<value>${NAME})(?=[,.!\n]|$)`,
  'gmu',
);

const LOW_STOP = new Set(
  'on,not,the,a,an,in,is,wrong,and,but,incorrect,misspelled,spelled,with,for,i,my,to,from,still,under,at,of,as,so,y,pero'.split(
    ',',
  ),
);

const lowName = (text: string, found: Candidate): Candidate[] => {
  const words = text.slice(found.start, found.end).split(' ');
  const stop = words.findIndex((word) => LOW_STOP.has(word.toLowerCase()));
  const kept = (stop === -1 ? words : words.slice(0, stop)).join(' ');
  return kept === '' ? [] : [{ ...found, end: found.start + kept.length }];
};

/** The names within a list of them. */
const namesIn = (text: string, list: Candidate): Candidate[] =>
  candidates('person', text.slice(list.start, list.end), new RegExp(CAPITAL, 'gu'), isPlausible).map(
    (name) => ({
      ...name,
      start: list.start + name.start,
      end: list.start + name.end,
    }),
  );

/** An unknown name alone on a line signs what stands above it or heads what follows. */
const signs = (text: string, value: string, start: number): boolean => {
  const before = text.slice(0, start).trim();
  const after = text.slice(start + value.length).trim();
  return (before === '') !== (after === '');
};

/** The name in a run of capitalised words, without a greeting before it. */
const nameOf = (text: string, run: Candidate): Candidate[] => {
  const start = run.start + lengthBeforeName(text.slice(run.start, run.end));
  const value = text.slice(start, run.end);
  return isPlausible(value) && isLikely(value) ? [{ ...run, start }] : [];
};

/** Who speaks in a written dialogue; labels of a form look the same, so one of them has to be a known name. */
const speakers = (text: string): Candidate[] => {
  const labels = candidates('person', text, SPEAKER, isPlausible);
  return labels.length > 1 && labels.some(({ start, end }) => isGiven(text.slice(start, end))) ? labels : [];
};

/** `anna krylova`: two words in lower case are a name if the first is a given name and the second is built as one. */
const isLowName = (value: string): boolean => {
  const parts = value.split(' ');
  return isGiven(parts[0] ?? '') && isSurname(parts.at(-1) ?? '') && isPlausible(value);
};

/** People's names, as far as the words around them, their shape or our list of given names give them away. Best effort: known names are redacted as known values. */
export const findPersons = (text: string): Candidate[] => [
  ...[HONORIFIC, INTRODUCED, SELF, OPENING, AFTER_WORD, BEFORE_WORD].flatMap((pattern) =>
    candidates('person', text, pattern, isPlausible),
  ),
  ...candidates(
    'person',
    text,
    SIGNED,
    (value, start) => isPlausible(value) && (isLikely(value) || signs(text, value, start)),
  ),
  ...candidates('person', text, RUN).flatMap((run) => nameOf(text, run)),
  ...candidates('person', text, SINGLE, (value) => isGiven(value) && isPlausible(value)),
  ...candidates('person', text, LISTED).flatMap((list) => namesIn(text, list)),
  ...speakers(text),
  ...candidates('person', text, LOW_FULL, isLowName),
  ...candidates('person', text, SAID_LOW).flatMap((found) => lowName(text, found)),
];

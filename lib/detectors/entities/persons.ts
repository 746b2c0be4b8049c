import { type Candidate, candidates } from './candidate';

const CAPITAL = String.raw`\p{Lu}[\p{L}'-]{1,24}`;
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
const OPENING = new RegExp(
  String.raw`^(?:[Hh]i|[Hh]ello|[Dd]ear|[Hh]ey|[Hh]ola) (?<value>${NAME})(?=[,.!\n]|$)`,
  'gmu',
);

/** Capitalised words that are hardly ever a person's. */
const NOT_NAMES = new Set(
  'I,The,A,An,My,Your,This,That,It,We,You,He,She,They,Is,Not,No,Yes,Ok,Please,Thanks,Thank,Hi,Hello,Hey,There,Team,Support,Customer,Service,Sir,Madam,Billing,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday,January,February,March,April,May,June,July,August,September,October,November,December,North,South,East,West,New,United,Street,Avenue,Road,Internet,Fiber,Gig,Mobile,TV,Plus,Essentials,Unlimited,Lite,Home,Care,Wi-Fi,WiFi,Google,Apple,Amazon,Netflix,Microsoft,English,Spanish,American,Very,So,Really,Extremely,Just,Still,Having,Trying,Looking,Calling,Writing,Inc,Ltd,Company,Bank'.split(
    ',',
  ),
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

/** People's names, as far as the words around them give them away. Best effort: known names are redacted as known values. */
export const findPersons = (text: string): Candidate[] => {
  const plausible = (value: string): boolean =>
    !value.split(/[ -]/).some((word) => NOT_NAMES.has(word)) && !NOT_NAMES.has(value);
  return [
    ...[HONORIFIC, INTRODUCED, SELF, SIGNED, OPENING].flatMap((pattern) =>
      candidates('person', text, pattern, plausible),
    ),
    ...candidates('person', text, SAID_LOW).flatMap((found) => lowName(text, found)),
  ];
};

import type { Utterance } from '@/lib/domain/conversation';

/** Who a pronoun stands for in a note: the customer is "they", the desk is "we". */
type Party = 'they' | 'we';

interface Forms {
  subject: string;
  object: string;
  possessive: string;
  owned: string;
  reflexive: string;
}

const FORMS: Readonly<Record<Party, Forms>> = {
  they: {
    subject: 'they',
    object: 'them',
    possessive: 'their',
    owned: 'theirs',
    reflexive: 'themselves',
  },
  we: { subject: 'we', object: 'us', possessive: 'our', owned: 'ours', reflexive: 'ourselves' },
};

/** What each pronoun of the first and second person is in its own grammar; `you` may be subject or object. */
const FIRST: Readonly<Record<string, keyof Forms>> = {
  i: 'subject',
  we: 'subject',
  me: 'object',
  us: 'object',
  my: 'possessive',
  our: 'possessive',
  mine: 'owned',
  ours: 'owned',
  myself: 'reflexive',
  ourselves: 'reflexive',
};
const SECOND: Readonly<Record<string, keyof Forms>> = {
  your: 'possessive',
  ur: 'possessive',
  yours: 'owned',
  yourself: 'reflexive',
  yourselves: 'reflexive',
};

/** Short forms whose verb changes with the person; "i'd" may be had or would and keeps its apostrophe. */
const VERBS: Readonly<Record<string, string>> = { m: ' are', re: ' are', ve: ' have', ll: ' will', d: "'d" };

/** The verb after "I" that another person does not share. */
const AGREEING: Readonly<Record<string, string>> = { am: 'are', m: 'are', was: 'were', "wasn't": "weren't" };

/** "You" behind one of these begins a clause. */
const BEGINS_CLAUSE: ReadonlySet<string> = new Set(
  'if when that as but because what how where why which whichever whatever once until till so whether before after while than unless since though although who time way thing than every'.split(
    ' ',
  ),
);
/** "You" behind one of these is the one something is done to or for. */
const TAKES_OBJECT: ReadonlySet<string> = new Set(
  `about against around at behind between by for from in of on onto over past through to towards under upon with without
  advise allow ask asked assist bill billed call called charge charged charging connect contact contacted credit credited email emailed get getting
  give given giving gave guide hear help helped helping inform keep leave let letting lets make move notify offer offered pay put reach
  refund remind send sending sent serve show switch tell telling text thank thanks told transfer trust update walk`
    .split(/\s+/u)
    .filter(Boolean),
);
/** "You" in front of one of these has had its verb: it is no subject. */
const AFTER_OBJECT: ReadonlySet<string> = new Set(
  `a an the one to for with in on at off back out up down here there now today tomorrow tonight later soon by from about of and or better alright
  how what why is was again further directly something anything nothing more this that these those their our my your some any each`
    .split(/\s+/u)
    .filter(Boolean),
);

/** What "you" is, by the words on both sides. */
const caseOfYou = (before: string, after: string): 'subject' | 'object' => {
  if (before === '' || BEGINS_CLAUSE.has(before)) return 'subject';
  if (TAKES_OBJECT.has(before) || after === '' || AFTER_OBJECT.has(after)) return 'object';
  return 'subject';
};

/** A pronoun with its verb, with or without the apostrophe. */
const CONTRACTED = /^(i|you|we)'?(m|re|ve|ll|d)$/u;
/** Without an apostrophe these are other words. */
const OTHER_WORDS: ReadonlySet<string> = new Set(['ill', 'id', 'well', 'wed', 'were']);

const WORD = /[\p{L}\p{N}]+(?:['’‘`]\p{L}+)?/gu;

/** The word right behind, in small letters; empty when a mark or the end comes first. */
const wordAfter = (text: string, from: number): string =>
  /^\s([\p{L}'’]{1,20})/u.exec(text.slice(from, from + 24))?.[1]?.toLowerCase() ?? '';

const partyOf = (person: 1 | 2, speaker: Utterance['role']): Party =>
  (person === 1) === (speaker === 'customer') ? 'they' : 'we';

/**
 * The same words told by someone of the desk: the customer becomes "they", the desk "we", and the verb next to a pronoun agrees. No other
 * word changes, so that a note cannot say what was not said.
 */
export const inThirdPerson = (text: string, speaker: Utterance['role']): string => {
  let before = '';
  let wasI = false;
  return text.replace(WORD, (word, offset: number) => {
    const lower = word.toLowerCase().replace(/[’‘`]/u, "'");
    const previous = before;
    const agrees = wasI;
    before = lower;
    wasI = lower === 'i';
    // Inside an address, a file name or a reference the letters are no pronoun.
    if (/[\w@.#/\\-]/u.test(text.charAt(offset - 1)) && text.charAt(offset - 2).trim() !== '') return word;
    // "My Larkspur" is what the thing is called.
    if (/^(?:My|Your|Our)$/u.test(word) && /^ \p{Lu}/u.test(text.slice(offset + word.length))) return word;
    const short = OTHER_WORDS.has(lower) ? null : CONTRACTED.exec(lower);
    if (short) {
      const [, pronoun = '', verb = ''] = short;
      return `${FORMS[partyOf(pronoun === 'you' ? 2 : 1, speaker)].subject}${VERBS[verb] ?? ''}`;
    }
    // "US" in capitals is a country.
    const first = word === 'US' ? undefined : FIRST[lower];
    if (first) return FORMS[partyOf(1, speaker)][first];
    const second = SECOND[lower];
    if (second) return FORMS[partyOf(2, speaker)][second];
    if (lower === 'you' || lower === 'u')
      return FORMS[partyOf(2, speaker)][caseOfYou(previous, wordAfter(text, offset + word.length))];
    return agrees ? (AGREEING[lower] ?? word) : word;
  });
};

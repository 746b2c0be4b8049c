import { GIVEN_NAMES, SURNAME_ENDING, SURNAMES } from './given-names';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Capitalised words that are no part of a person's name: function words, days, the trade's own words, kinds of firms and places. */
const NOT_NAMES = words(`
i the a an my your his her our their its this that these those it we you he she they is are was were am be been not no yes ok okay please thanks thank hi hello hey
there here team support customer service sir madam billing monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december north south east west northern southern eastern western new united street avenue road lane drive court
internet fiber fibre gig mobile tv plus essentials unlimited lite home care wi-fi wifi google apple amazon netflix microsoft facebook twitter samsung sony larkspur
english spanish american british french german italian russian chinese indian european canadian polish very so really extremely just still having trying
looking calling writing inc ltd llc corp company bank group insurance airlines airways university college school hospital hotel restaurant store shop market
center centre city county state states island islands lake river mount mountain mountains park airport station church museum theatre theater club association
institute foundation partners holdings industries systems solutions services technologies technology international national global department office ministry
church queen prince president republic kingdom grand rapids orchestra agency zip bot agent user client caller host total question answer problem error issue doctor professor captain reverend mayor uncle aunt mom dad mother father brother sister
bureau plateau person lesson season reason station woman german orchestra
what who where when why how which if and or but for from with of in on at to by as about after before because while since until do does did can could will
would should shall may might must have has had get got let go going come came see look need want like also then now today tomorrow yesterday tonight
dear regards sincerely best kind warm cheers subject re fwd good morning evening afternoon night great hola salut ciao hallo bonjour date phone fax email website address name order invoice account number card credit debit
mobile desk tel cell apt suite unit floor box po usa uk eu us america england france germany italy spain russia china india japan canada australia mexico brazil
poland sweden norway denmark finland belgium netherlands switzerland austria greece turkey portugal ireland scotland wales hungary iceland uruguay
cyprus slovenia greenland zealand africa asia europe london paris berlin madrid rome york angeles francisco chicago boston seattle houston dallas denver
washington texas florida california montana ohio virginia georgia carolina oregon nevada arizona utah jersey hampshire colorado springs las vegas san santa los
saint st fort port glen valley heights hills beach bay creek
gold silver platinum premium basic standard pro max mini air ultra one two three first last free black friday christmas easter
god lord internet ceo cto cfo vp hr faq sms pin id ups usps fedex dhl visa mastercard paypal amex android iphone ipad windows mac linux alexa siri xbox
`);

/** A word as names are compared: lower case, no accents. */
export const foldName = (word: string): string =>
  word
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

export const isGiven = (word: string): boolean => GIVEN_NAMES.has(foldName(word));

/** Whether a word is a common surname, or built as surnames are. */
export const isSurname = (word: string): boolean => {
  const folded = foldName(word);
  return SURNAMES.has(folded) || (folded.length >= 5 && SURNAME_ENDING.test(folded));
};

const SHORTENED = /^(?:i|it|that|he|she|we|you|they|who|what|here|there|let|don|can|won|isn)['’]/i;

const speaksAgainst = (word: string): boolean => {
  const bare = word.replace(/\.$/, '');
  return bare.length > 1 && (SHORTENED.test(bare) || NOT_NAMES.has(foldName(bare)));
};

/** Whether no word of it, initials aside, speaks against its being a person's name. */
export const isPlausible = (name: string): boolean => !name.split(/[ \n]/).some(speaksAgainst);

/** How much of the beginning of a run of capitalised words is no name: `Hi` of `Hi Maya Ortiz`, in UTF-16 units. */
export const lengthBeforeName = (run: string): number => {
  let at = 0;
  for (const word of run.split(' ')) {
    if (!speaksAgainst(word)) break;
    at += word.length + 1;
  }
  return Math.min(at, run.length);
};

/** Whether a name of several words holds one that is known as a given name or built as a surname. */
export const isLikely = (name: string): boolean => {
  const parts = name.split(' ').filter((word) => word.length > 2);
  return parts.some(isGiven) || (parts.length > 1 && isSurname(parts.at(-1) ?? ''));
};

/** Greetings with the name that follows them: a name has a capital, so case counts here. */
const GREETING =
  /^(?:[Hh]i|[Hh]ey|[Hh]ello|[Hh]iya|HI|HELLO|HEY|[Gg]ood (?:morning|afternoon|evening|day)|[Mm]orning|[Aa]fternoon|[Ee]vening|[Dd]ear)(?![\p{L}'’])(?: (?:there|again|all|guys|team|folks)(?!['’\p{L}]))?(?:,? \p{Lu}[\p{L}'’-]{1,14}(?=\s?[,.!:-]))?\s?[,.!:-]*\s*/u;
/** Words at the start that carry nothing. */
const FILLER =
  /^(?:thanks|thank you|thx|ok|okay|oh|ah|well|so|yes|yeah|yep|no|nope|sure|right|great|and|but|also|lol|ugh|omg|um|uh|wow|seriously|honestly|basically|actually|however|no worries|no problem|of course|i see|got it|understood|you['’]re welcome|don['’]t worry|please (?:note|be (?:advised|aware|informed))(?: that)?|rest assured(?: that)?)\b(?:\s?[,.!:-]+\s*|\s+(?=(?:hi|hey|hello|i|i['’]m|i['’]ve|my|we|the|this|that|it|please|if|you|your|when|how|why|what|there)\b))/iu;
/** A regret or a thank-you in front of what is said or asked. */
const REGRET =
  /^(?:(?:i['’]?m|i am|we['’]?re|we are) )?(?:really |so |very |truly |terribly )?(?:sorry|apologies|thanks|thank you|(?:i|we) (?:can |completely |totally |fully |do )?(?:understand|appreciate|apologi[sz]e))\b[^,.!?:;]{0,70}(?:[,.!:;-]+\s*(?:but |and )?|\s(?=(?:could|can|would) you\b))/iu;
/** Words that only weigh: what was said is the same without them. */
const WEIGHT =
  /(?<=\s)(?:just|really|actually|basically|literally|honestly|absolutely|simply|seriously|pls|please|kindly)\s(?=\S)/giu;
const LAST_WORDS =
  /(?:^|[\s,.!;:–—-]+)(?:many thanks|kind thanks|thanks|thank you|thx|cheers|please|pls|please help|help me|help|any ideas|any help|any advice|lol|kind regards|regards)$/iu;
const END_MARKS = new Set([...' .,!?;:…–—-(*"“']);

/** Read from the end, so that a run of marks inside costs nothing. */
const withoutEndMarks = (text: string): string => {
  let end = text.length;
  while (end > 0 && END_MARKS.has(text.charAt(end - 1))) end--;
  return text.slice(0, end);
};

/** No sentence that anybody wants to read is longer, in UTF-16 units. */
const LONGEST = 600;
/** What a speaker says while looking for words, and a word said twice over a comma. */
const HESITATION = /(?<=^|[\s,])(?:um+|uh+|er+m?|hmm+)\b,?\s?|\b(\p{L}{1,8}), (?=\1\b)/giu;
const OPENINGS = [GREETING, REGRET, FILLER] as const;

const withoutOpening = (sentence: string): string => {
  let clause = sentence;
  // A greeting, a name, a regret: three of a kind is the most that people write.
  for (let pass = 0; pass < 3; pass++)
    clause = OPENINGS.reduce((rest, opening) => rest.replace(opening, ''), clause);
  return clause;
};

/** The clause that matters: without greeting, regret, words that only weigh, and courtesies at the end. Linear in the text. */
export const compressed = (sentence: string): string => {
  const clause = withoutOpening(sentence.trim().slice(0, LONGEST).replace(HESITATION, '')).replace(
    WEIGHT,
    '',
  );
  return withoutEndMarks(withoutEndMarks(clause).replace(LAST_WORDS, ''));
};

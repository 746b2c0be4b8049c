import type { Utterance } from '@/lib/domain/conversation';
import { wordsOf } from '@/lib/ml/text-features';

/** Words that carry a conversation along and say nothing of what it is about. English and Spanish, without accents. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  `a about ah all alright am an and are as at awesome be been bye can cheers cool could did do does evening everything fine for from give glad go
  good goodbye got great ha had has have hello help here hey hi how i i'd i'll i'm i've if in is it it's its just know later let lol look
  lovely many may me mhm minute moment morning much my need nice night no nope not now of off oh ok okay on one or our out perfect please
  pls problem really right said say see she so some sorry sounds sure take talk team thank thanks that that's thats the them then there they
  thing this thx to today tomorrow too trying ty u uh um understood up us very wait want was we welcome well were what when where which while will
  with would yay yeah yep yes yet you your
  a ahora al algo bien bueno buenas buenos claro como con cuando de del dia dias donde el ella ellos en entiendo era es esa ese eso esta
  este esto gracias ha hace hasta hay he hola la las le les listo lo los mas me mi muchas muy ni no nos o para pero perfecto por porque
  pues que quiero se senor senora senorita si sin soy su sus tambien tarde tardes tengo tu un una ustedes usted vale ver y ya yo 0 00000 link`
    .split(/\s+/u)
    .filter(Boolean),
);

/** How the vectoriser reads an address of a page. */
const LINK = 'link';

/** Content words after which a message is as telling as it gets. */
const ENOUGH = 4;

/** The words of a text that say what it is about, each once. */
export const substantialWords = (text: string): Set<string> =>
  new Set(wordsOf(text).filter((word) => !SMALL_WORDS.has(word) && /\p{L}{3}/u.test(word)));

/** Whether a text holds a word that carries a conversation along: a greeting, thanks, a yes. Gibberish, digits and marks do not. */
export const holdsWords = (text: string): boolean =>
  wordsOf(text).some((word) => /^\p{L}/u.test(word) && word !== LINK && SMALL_WORDS.has(word));

/** How much of an issue a text can state, from 0 (ok thanks) to 1. */
export const substanceOf = (text: string): number => Math.min(1, substantialWords(text).size / ENOUGH);

/** How reps ask without a question mark. */
const REQUEST =
  /\b(?:i(?:[’']ll)? need|i(?:[’']d| would) need|please (?:tell|give|send|confirm|share)|tell me|let me know|just need|necesito|d[ií]game|ind[ií]queme|conf[ií]rmeme)\b/iu;

/** How an answer begins that comes after another one. */
const ANSWERING = /^(?:and |but |oh |y )?(?:yes|yeah|yep|yup|no|nope|nah|sure|s[ií])\b/iu;

/** Whether this utterance answers what the one before asked: it then fills in the issue rather than stating another. */
export const answersQuestion = (utterances: readonly Utterance[], at: number): boolean => {
  const text = utterances[at]?.text.trim() ?? '';
  const before = utterances.slice(0, at).findLast((utterance) => utterance.role === 'rep');
  const between = utterances.slice(
    utterances.findLastIndex((utterance, i) => i < at && utterance.role === 'rep') + 1,
    at,
  );
  const answers = between.length === 0 || ANSWERING.test(text);
  return before !== undefined && answers && (before.text.includes('?') || REQUEST.test(before.text));
};

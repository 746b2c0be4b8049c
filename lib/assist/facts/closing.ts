import type { Utterance } from '../../domain/conversation';
import { readClauses } from './read-clauses';

const GLAD =
  /\b(?:thank(?:s| you)|thx|ty|cheers|perfect|great|awesome|brilliant|wonderful|appreciate|bye|gracias|perfecto|excelente|genial|adi[oó]s)\b/iu;
const NOT_GLAD =
  /\b(?:still|but|however|(?<!\b(?:works?|working|running|online|back|up|fine) )again|no thanks to|not|n['’]t|sarcas\w*|a lot for nothing|great,? (?:so|another|now)|pero|todav[ií]a|sigue|no)\b|n['’]t\b/iu;
const WORKS =
  /\b(?:works|working|fixed|sorted|solved|resolved|much better|back (?:up|on|online|to normal)|came (?:right )?back|all good|did it|did the trick|ya funciona|funcion[oó]|ya (?:qued[oó]|est[aá]|volvi[oó])|solucionad[oa])\b/iu;
/** Thanks that come with what the rep had asked for: it is the rep's turn, and nothing has ended. */
const DELIVERS =
  /\b(?:(?:just |already |have |['’]ve )?(?:sent|dmed|dm['’]d|mailed|emailed|attached|uploaded|messaged)|here (?:it is|you go|they are)|here['’]s|(?:se )?l[oa]s? (?:envi[eé]|mand[eé])|enviado|adjunto)(?!\p{L})/iu;
/** Longer messages say something beyond thanks. */
const SHORT = 16;

/** How a message of the customer ends a matter: with thanks, or by saying that it works. Null when something is asked, open or new. */
export const closingOf = (utterances: readonly Utterance[]): 'thanked' | 'solved' | null => {
  const last = utterances.at(-1);
  const answered = utterances.some(({ role }) => role === 'rep');
  if (last?.role !== 'customer' || !answered || last.text.split(/\s+/u).length > SHORT) return null;
  if (NOT_GLAD.test(last.text) || DELIVERS.test(last.text) || asksSomething(last.text)) return null;
  return GLAD.test(last.text) ? 'thanked' : WORKS.test(last.text) ? 'solved' : null;
};

export const asksSomething = (text: string): boolean => readClauses(text).some(({ asks }) => asks);

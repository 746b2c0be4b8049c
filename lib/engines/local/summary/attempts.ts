import { countWords } from '@/lib/core/text';
import type { Utterance } from '@/lib/domain/conversation';
import { outcomeOf } from './outcome-cues';
import { type Said, sentencesSaid, trimmed } from './sentences';
import { answerTo, repAsks, repDid, verdictOn } from './verdict';

/** Something that people wrote they did or asked for; nothing on record shows it. */
export interface Attempt {
  /** Their words, with who wrote them. */
  what: string;
  result: string;
  by: Utterance['role'];
  at: number;
}

const CUSTOMER_ACTED =
  /\b(?:i(?:['’]ve| have)? (?:already |also |just )?(?:tried|restarted|reset|rebooted|unplugged|reinstalled|called|checked|updated|replaced|moved|swapped|paid|cleared|logged|signed|contacted|waited|emailed|messaged)|tried (?:everything|that|it|to)|turned it off|ya (?:reinici|prob|llam|intent)\w{1,4})\b/iu;
/** Says that something is to be done, and what it is stands in the sentence before. */
const POINTS_BACK = /\b(?:try|do) (?:that|this|it)\b/iu;
/** Writing it down tries nothing. */
const RECORDS = /\b(?:noted|written (?:it |that |everything )?down|in (?:the|your) file|anotado)\b/iu;
/** What a question or a condition speaks of was not done. */
const SUPPOSES = /\?\s*$|^(?:if|when|once|unless|si|cuando)\b/iu;

const WHAT_WORDS = 20;
const NO_PLACES: ReadonlySet<number> = new Set();

/** Of a long sentence that announces a direction, the direction. */
const directionIn = (sentence: string): string => {
  const colon = sentence.indexOf(': ');
  return colon > 0 && countWords(sentence) > WHAT_WORDS ? `…${sentence.slice(colon + 2)}` : sentence;
};

const byRep = (
  utterances: readonly Utterance[],
  { text, at }: Said,
  before: Said | undefined,
  recorded: ReadonlySet<number>,
): Attempt | null => {
  const asks = repAsks(text);
  if (!asks && (!repDid(text) || SUPPOSES.test(text) || RECORDS.test(text))) return null;
  const what = POINTS_BACK.test(text) && before?.at === at ? before.text : text;
  return {
    what: `The rep wrote: “${trimmed(directionIn(what), WHAT_WORDS)}”`,
    result: asks
      ? answerTo(utterances, at, recorded)
      : (verdictOn(utterances, at, recorded) ?? 'no verdict yet'),
    by: 'rep',
    at,
  };
};

const byCustomer = (utterances: readonly Utterance[], { text, at }: Said): Attempt | null => {
  if (!CUSTOMER_ACTED.test(text)) return null;
  const outcome = outcomeOf(utterances[at]?.text ?? text);
  const beforeAnyReply = !utterances.slice(0, at).some(({ role }) => role === 'rep');
  return {
    what: `The customer wrote: “${trimmed(text, WHAT_WORDS)}”`,
    result:
      outcome !== 'unclear' ? outcome : beforeAnyReply ? 'not solved when they wrote' : 'no verdict yet',
    by: 'customer',
    at,
  };
};

/**
 * Everything either side wrote that they tried, oldest first, with what came of it. At most one attempt of each message, and none of
 * those at `recorded`, which the record speaks for.
 */
export const attemptsIn = (
  utterances: readonly Utterance[],
  recorded: ReadonlySet<number> = NO_PLACES,
): Attempt[] => {
  const seen = new Set(recorded);
  const said = sentencesSaid(utterances);
  return said.flatMap((sentence, i): Attempt[] => {
    if (seen.has(sentence.at)) return [];
    const attempt =
      sentence.role === 'rep'
        ? byRep(utterances, sentence, said[i - 1], recorded)
        : byCustomer(utterances, sentence);
    if (!attempt) return [];
    seen.add(sentence.at);
    return [attempt];
  });
};

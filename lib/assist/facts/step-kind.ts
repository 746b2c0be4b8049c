import { sentencesOf } from '../../core/text';
import type { PlaybookStep } from '../../domain/resolution';
import { actionOf, wordsIn } from './actions';

/** How a step shows that it is done: each kind is shown by something else. */
export type StepKind = 'act' | 'acknowledge' | 'record' | 'instruct' | 'look' | 'ask' | 'tell';

/** Words with which a reply shows that it has seen how the customer feels. */
export const ACKNOWLEDGES =
  /\b(?:sorry|apolog\w{0,6}|understand\w{0,4}|frustrat\w{0,4}|annoying|nuisance|unsettling|alarming|stings|no fun|i (?:can )?(?:hear|imagine|see (?:why|how|that)|know (?:how|that|the|you)|believe)|you (?:did|were|are|['’]re) right|you['’]re right|rotten|that['’]s on us|that is on us|our fault|fault is ours|let you down|lamento|siento|entiendo|comprendo|disculp\w{0,4})\b/iu;

const LOOKS =
  /^(?:now |first |okay |ok )?(?:let me (?:check|look|see|find|list|get|trace)|i(?:['’]m| am)(?: now| just)? (?:checking|looking)|i(?:['’]ll| will) (?:check|look)|give me a moment|i(?: can)? (?:see|found|have found))/iu;

/** Words that may stand before what someone is told to do. */
const BEFORE_AN_ORDER: ReadonlySet<string> = new Set(
  `please now then next first and also just try ahead ok okay so great perfect thanks thank you lovely good alright right all well could can would
  will i'd like you'll need to want you have let's lets por favor puede podría primero luego ahora after that`.split(
    /\s+/u,
  ),
);

/** Verbs of orders that are no action of their own. */
const ORDERS: ReadonlySet<string> = new Set(
  'go give wait open close move put hold make turn plug take use set choose sign log start enter type tap keep leave scan push run press select pick stand step connect'.split(
    ' ',
  ),
);

/** Whether a clause tells someone to do something: nothing but courtesies come before its verb. */
export const isOrder = (clause: string): boolean => {
  for (const word of wordsIn(clause)) {
    if (actionOf(word) !== null || ORDERS.has(word)) return !/(?:ed|ing)$/u.test(word);
    if (!BEFORE_AN_ORDER.has(word)) return false;
  }
  return false;
};

export const kindOf = ({ phase, tool, say, do: task }: PlaybookStep): StepKind => {
  const wording = say ?? task;
  if (phase === 'document') return 'record';
  if (phase === 'de-escalate' && (ACKNOWLEDGES.test(wording) || ACKNOWLEDGES.test(task)))
    return 'acknowledge';
  if (tool !== null) return 'act';
  const sentences = sentencesOf(wording);
  if (sentences.some(isOrder)) return 'instruct';
  if (sentences.some((sentence) => sentence.endsWith('?'))) return 'ask';
  return LOOKS.test(wording) ? 'look' : 'tell';
};

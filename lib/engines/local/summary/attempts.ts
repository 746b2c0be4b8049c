import type { Utterance } from '@/lib/domain/conversation';
import type { PlaybookStep } from '@/lib/domain/resolution';
import { cleaned } from './clean';
import { compressed } from './compress';
import { outcomeOf } from './outcome-cues';
import { inThirdPerson } from './pronouns';
import { type Said, sentencesSaid, trimmed } from './sentences';

export interface Attempt {
  what: string;
  result: string;
  by: 'customer' | 'rep';
  at: number;
}

/** A rep asking the customer to do something. */
const REP_ASKS =
  /\b(?:(?:could|can|would) you (?:please )?(?:try|unplug|plug|restart|reset|reboot|hold|check|press|turn|switch|move|open|close|sign|log|clear|reinstall|update|remove|connect|disconnect|go)|(?:please|then|now) (?:try|unplug|plug|restart|reset|reboot|hold|press|turn|switch|open|close|sign|log|clear|reinstall|update|remove)|try (?:to )?\w{3,12}ing|^(?:try|unplug|plug|restart|reset|hold|press|turn|switch)\b|have you tried|(?:puede|podr[ií]a) (?:probar|reiniciar|desconectar|apagar))/iu;
/** A rep saying that something was done. */
const REP_DID =
  /\b(?:i(?:['’]ve| have)(?: just)? (?:\w{3,9}ed|sent|run|put|taken|made|set|reset)|i(?:['’]m| am) (?:sending|resetting|restarting|running|booking|applying|crediting|refunding|putting|passing)|(?:has|have) been (?:applied|credited|refunded|sent|booked|reset|restarted|added|removed|cancelled|updated)|line test|le (?:acredit|reembols|envi)\w{1,4}|ya (?:est[aá]|qued[oó]))/iu;
const CUSTOMER_ACTED =
  /\b(?:i(?:['’]ve| have)? (?:already |also |just )?(?:tried|restarted|reset|rebooted|unplugged|reinstalled|called|checked|updated|replaced|moved|swapped|paid|cleared|logged|signed|contacted|waited|emailed|messaged)|tried (?:everything|that|it|to)|turned it off|ya (?:reinici|prob|llam|intent)\w{1,4})\b/iu;
/** Says that something is to be done, and what it is stands in the sentence before. */
const POINTS_BACK = /\b(?:try|do) (?:that|this|it)\b/iu;

const COULD_YOU = /^(?:(?:could|can|would|will) you )?(?:please )?/iu;
/** What a question or a condition speaks of was not done. */
const SUPPOSES = /\?\s*$|^(?:if|when|once|unless|si|cuando)\b/iu;
const started = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const WHAT_WORDS = 20;
const RESULT_WORDS = 12;
/** An answer comes soon or is about something else. */
const ANSWER_WITHIN = 6;

/** What the customer last said came of something at `at`, before the rep asks for or does the next thing; null when they gave no verdict. */
const verdictOn = (utterances: readonly Utterance[], at: number): string | null => {
  let verdict: string | null = null;
  for (const { role, text } of utterances.slice(at + 1, at + 1 + ANSWER_WITHIN)) {
    if (role === 'rep' && (REP_ASKS.test(text) || REP_DID.test(text))) break;
    const outcome = role === 'customer' ? outcomeOf(text) : 'unclear';
    if (outcome !== 'unclear') verdict = `${outcome}: “${trimmed(cleaned(text), RESULT_WORDS)}”`;
  }
  return verdict;
};

const asked = (utterances: readonly Utterance[], at: number): string => {
  const verdict = verdictOn(utterances, at);
  if (verdict) return verdict;
  const answer = utterances.slice(at + 1).find(({ role }) => role === 'customer');
  return answer ? `no verdict; they wrote “${trimmed(cleaned(answer.text), RESULT_WORDS)}”` : 'no answer yet';
};

const byRep = (
  utterances: readonly Utterance[],
  { text, at }: Said,
  before: Said | undefined,
): Attempt | null => {
  const asks = REP_ASKS.test(text);
  if (!asks && (!REP_DID.test(text) || SUPPOSES.test(text))) return null;
  const what = POINTS_BACK.test(text) && before?.at === at ? before.text : text;
  return {
    what: trimmed(started(inThirdPerson(compressed(what).replace(COULD_YOU, ''), 'rep')), WHAT_WORDS),
    result: asks ? asked(utterances, at) : (verdictOn(utterances, at) ?? 'done'),
    by: 'rep',
    at,
  };
};

const byCustomer = (utterances: readonly Utterance[], { text, at }: Said): Attempt | null => {
  if (!CUSTOMER_ACTED.test(text)) return null;
  const outcome = outcomeOf(utterances[at]?.text ?? text);
  return {
    what: `Customer: “${trimmed(text, WHAT_WORDS)}”`,
    result: outcome === 'unclear' ? 'not solved when they wrote' : outcome,
    by: 'customer',
    at,
  };
};

/** Everything either side tried, oldest first, with what came of it. At most one attempt of each message. */
export const attemptsIn = (utterances: readonly Utterance[]): Attempt[] => {
  const seen = new Set<number>();
  const said = sentencesSaid(utterances);
  return said.flatMap((sentence, i): Attempt[] => {
    if (seen.has(sentence.at)) return [];
    const attempt =
      sentence.role === 'rep' ? byRep(utterances, sentence, said[i - 1]) : byCustomer(utterances, sentence);
    if (!attempt) return [];
    seen.add(sentence.at);
    return [attempt];
  });
};

/** Steps of the playbook that are done, with what the customer then said came of them. These are events: nobody's prose is read for them. */
export const stepsDone = (
  steps: readonly PlaybookStep[],
  utterances: readonly Utterance[],
): (Attempt & { turnId: string })[] => {
  const places = new Map(utterances.map(({ turnId }, at) => [turnId, at]));
  return steps.flatMap(({ do: what, done }) => {
    if (!done) return [];
    const at = places.get(done.turnId);
    const verdict = at === undefined ? null : verdictOn(utterances, at);
    return [
      {
        what: trimmed(what, WHAT_WORDS),
        result: verdict ?? (done.because === 'Ticked by a rep' ? 'ticked by the rep' : 'done'),
        by: 'rep' as const,
        at: at ?? utterances.length,
        turnId: done.turnId,
      },
    ];
  });
};

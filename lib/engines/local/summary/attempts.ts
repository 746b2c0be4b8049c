import type { Utterance } from '@/lib/domain/conversation';
import { outcomeOf } from './outcome-cues';
import { cleaned, sentencesSaid, trimmed } from './sentences';

export interface Attempt {
  what: string;
  result: string;
  by: 'customer' | 'rep';
  at: number;
}

/** A rep asking the customer to do something, or saying that something was done. */
const REP_ACTS =
  /\b(?:(?:could|can|would) you (?:please )?(?:try|unplug|plug|restart|reset|reboot|hold|check|press|turn|switch|move|open|close|sign|log|clear|reinstall|update|remove|connect|disconnect)|please (?:try|unplug|plug|restart|reset|reboot|hold|press|turn|switch|open|close|sign|log|clear|reinstall|update|remove)|try (?:to )?\w{3,12}ing|have you tried|i(?:['’]ve| have)(?: just)? (?:\w{3,9}ed|sent|run|put|taken|made|set|reset)|i(?:['’]m| am) (?:sending|resetting|restarting|running|booking|applying|crediting|refunding|putting)|(?:has|have) been (?:applied|credited|refunded|sent|booked|reset|restarted|added|removed|cancelled|updated)|line test|(?:puede|podr[ií]a) (?:probar|reiniciar|desconectar|apagar)|le (?:acredit|reembols|envi)\w{1,4}|ya (?:est[aá]|qued[oó]))/iu;
const CUSTOMER_ACTED =
  /\b(?:i(?:['’]ve| have)? (?:already |also |just )?(?:tried|restarted|reset|rebooted|unplugged|reinstalled|called|checked|updated|replaced|moved|swapped|paid|cleared|logged|signed|contacted|waited|emailed|messaged)|tried (?:everything|that|it|to)|turned it off|ya (?:reinici|prob|llam|intent)\w{1,4})\b/iu;

const WHAT_WORDS = 18;
const RESULT_WORDS = 14;

/** What the customer answered to something said at `at`: the verdict, in their words. */
const answerTo = (utterances: readonly Utterance[], at: number): string => {
  for (const { role, text } of utterances.slice(at + 1, at + 5)) {
    if (role !== 'customer') continue;
    const outcome = outcomeOf(text);
    if (outcome !== 'unclear') return `${outcome}: “${trimmed(cleaned(text), RESULT_WORDS)}”`;
  }
  const next = utterances.slice(at + 1).find(({ role }) => role === 'customer');
  return next ? `customer: “${trimmed(cleaned(next.text), RESULT_WORDS)}”` : 'no answer yet';
};

/** Everything either side tried, oldest first, with what came of it. At most one attempt of each message. */
export const attemptsIn = (utterances: readonly Utterance[]): Attempt[] => {
  const seen = new Set<number>();
  return sentencesSaid(utterances).flatMap(({ role, text, at }): Attempt[] => {
    const acts = role === 'rep' ? REP_ACTS.test(text) : CUSTOMER_ACTED.test(text);
    if (!acts || seen.has(at)) return [];
    seen.add(at);
    if (role === 'rep')
      return [{ what: trimmed(text, WHAT_WORDS), result: answerTo(utterances, at), by: role, at }];
    const outcome = outcomeOf(utterances[at]?.text ?? text);
    return [
      {
        what: `Customer: “${trimmed(text, WHAT_WORDS)}”`,
        result: outcome === 'unclear' ? 'not solved when they wrote' : outcome,
        by: role,
        at,
      },
    ];
  });
};

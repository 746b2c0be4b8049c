import { sentencesOf } from '@/lib/core/text';
import type { Utterance } from '@/lib/domain/conversation';
import { cleaned } from './clean';
import { outcomeOf } from './outcome-cues';
import { trimmed } from './sentences';

/** A rep asking the customer to do something. */
const ASKS =
  /\b(?:(?:could|can|would) you (?:please )?(?:try|unplug|plug|restart|reset|reboot|hold|check|press|turn|switch|move|open|close|sign|log|clear|reinstall|update|remove|connect|disconnect|go)|(?:please|then|now) (?:try|unplug|plug|restart|reset|reboot|hold|press|turn|switch|open|close|sign|log|clear|reinstall|update|remove)|if you (?:turn|switch|unplug|plug|restart|reset|reboot|join|connect|move|hold|press|open|sign|log)\b[^.?!]{1,120}\b(?:should|will|might|can)\b|try (?:to )?\w{3,12}ing|^(?:try|unplug|plug|restart|reset|hold|press|turn|switch)\b|have you tried|(?:puede|podr[ií]a) (?:probar|reiniciar|desconectar|apagar))/iu;
/** A rep saying that something was done. */
const DID =
  /\b(?:i(?:['’]ve| have)(?: just)? (?:\w{3,9}ed|sent|run|put|taken|made|set|reset)|i(?:['’]m| am) (?:sending|resetting|restarting|running|booking|applying|crediting|refunding|putting|passing)|(?:has|have) been (?:applied|credited|refunded|sent|booked|reset|restarted|added|removed|cancelled|updated)|line test|le (?:acredit|reembols|envi)\w{1,4}|ya (?:est[aá]|qued[oó]))/iu;

export const repAsks = (text: string): boolean => ASKS.test(text);
export const repDid = (text: string): boolean => DID.test(text);

const RESULT_WORDS = 14;
/** A rep may write so often in between (“take your time”) before an answer is about something else. */
const REPS_BETWEEN = 1;
/** Of a message no more than this is read, in UTF-16 units: a verdict stands early. */
const READ = 4000;

/**
 * The customer's messages that can be about what was done at `at`: up to the next thing that was done or asked for, by record or by word,
 * and no further than the rep's next message once there was a verdict.
 */
const answersTo = (
  utterances: readonly Utterance[],
  at: number,
  recorded: ReadonlySet<number>,
): Utterance[] => {
  const answers: Utterance[] = [];
  let between = 0;
  for (let place = at + 1; place < utterances.length; place++) {
    const utterance = utterances[place];
    if (!utterance || recorded.has(place)) break;
    if (utterance.role === 'customer') answers.push(utterance);
    else if (
      ++between > REPS_BETWEEN ||
      answers.some(({ text }) => outcomeOf(text) !== 'unclear') ||
      repAsks(utterance.text) ||
      repDid(utterance.text)
    )
      break;
  }
  return answers;
};

/** The sentence of a message that says how it went; all of it when no single one does. */
const tellingSentence = (text: string, outcome: string): string =>
  sentencesOf(text.slice(0, READ)).find((sentence) => outcomeOf(sentence) === outcome) ?? text;

/** What the customer last said came of something at `at`, in their own words; null when they gave no verdict. `recorded` are the places of everything on record. */
export const verdictOn = (
  utterances: readonly Utterance[],
  at: number,
  recorded: ReadonlySet<number>,
): string | null => {
  const telling = answersTo(utterances, at, recorded).findLast(({ text }) => outcomeOf(text) !== 'unclear');
  if (!telling) return null;
  const outcome = outcomeOf(telling.text);
  return `${outcome}: “${trimmed(cleaned(tellingSentence(telling.text, outcome)), RESULT_WORDS)}”`;
};

/** The words with which the customer first answered; null when they have not. */
export const answerGiven = (
  utterances: readonly Utterance[],
  at: number,
  recorded: ReadonlySet<number>,
): string | null => {
  const [first] = answersTo(utterances, at, recorded);
  return first ? `they wrote “${trimmed(cleaned(first.text), RESULT_WORDS)}”` : null;
};

/** The verdict, or the words that came in its place: silence is no success. */
export const answerTo = (
  utterances: readonly Utterance[],
  at: number,
  recorded: ReadonlySet<number>,
): string => {
  const given = answerGiven(utterances, at, recorded);
  return verdictOn(utterances, at, recorded) ?? (given === null ? 'no answer yet' : `no verdict; ${given}`);
};

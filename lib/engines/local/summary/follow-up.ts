import type { Utterance } from '@/lib/domain/conversation';
import { sentencesSaid, trimmed } from './sentences';

const PROMISED =
  /\b(?:(?:i|we|they|someone|a colleague|our \w{2,20} team)(?:['’]ll| will) (?:call|email|e-mail|text|write|send|let you know|check|follow|get back|be in touch|contact|come|keep|answer|reply)|you(?:['’]ll| will) (?:have|get|receive|hear)\b|will (?:call|email|contact|write to) you|(?:la|lo|le) (?:llam|escrib|avis)\w{1,5})\b/iu;

const CONDITIONAL = /^(?:if|unless|in case|once|should you|si)\b/iu;

const PROMISE_WORDS = 30;

/** The last thing a rep promised, in their words; null when nothing is left to do. */
export const followUpIn = (utterances: readonly Utterance[]): string | null => {
  const promise = sentencesSaid(utterances).findLast(
    ({ role, text }) =>
      role === 'rep' && PROMISED.test(text) && !CONDITIONAL.test(text) && !text.endsWith('?'),
  );
  return promise ? `Promised: “${trimmed(promise.text, PROMISE_WORDS)}”` : null;
};

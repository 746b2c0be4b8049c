import { sentencesOf } from '@/lib/core/text';
import type { Utterance } from '@/lib/domain/conversation';
import { withoutIrony } from '../sentiment/sarcasm';
import { identityAnswers } from '../summary/identity-check';
import { inEnglish } from './in-english';
import { afterTurning } from './moving-on';
import { answersQuestion, substanceOf } from './substance';

/** Below this substance a text is a courtesy, an acknowledgement or a bare value. */
const TELLING = 0.3;

/** A customer message that says something, in the model's language. */
export interface Statement {
  text: string;
  /** Position of its utterance, from 0. */
  at: number;
  substance: number;
  /** Whether it answers what a rep asked. */
  answer: boolean;
  /** Whether it says that it turns to another matter; the text is then what follows. */
  turning: boolean;
}

/** Numbers of bills, orders and visits, and the words for what they are: a model knows those, and no number. */
const NUMBERED: readonly [RegExp, string][] = [
  [/\binv-?[\d-]{4,20}/giu, 'my bill'],
  [/\bord-?\d{4,12}/giu, 'my order'],
  [/\bvis-?\d{4,12}/giu, 'my technician visit'],
];

/** A text with the things of an account called by what they are. */
export const withoutNumbers = (text: string): string =>
  NUMBERED.reduce((worded, [number, name]) => worded.replace(number, name), text);

const FIGURE = /\d/u;

/** A conversation with the answers to who they are left out, names, codes and last bills: the words beside a figure are of the check, not of the matter. */
const withoutIdentity = (utterances: readonly Utterance[]): Utterance[] => {
  const checks = identityAnswers(utterances);
  return utterances.map((utterance, at) =>
    checks.has(at) && FIGURE.test(utterance.text)
      ? {
          ...utterance,
          text: sentencesOf(utterance.text)
            .filter((sentence) => !FIGURE.test(sentence))
            .join(' '),
        }
      : utterance,
  );
};

/** What the customer stated, oldest first, without courtesies, bare values and who they are; with that when there is nothing else. */
export const statementsOf = (utterances: readonly Utterance[], language: string): Statement[] => {
  const stated = statedIn(withoutIdentity(utterances), language);
  return stated.length > 0 ? stated : statedIn(utterances, language);
};

const statedIn = (utterances: readonly Utterance[], language: string): Statement[] => {
  const opening = utterances.findIndex(
    ({ role, text }) => role === 'customer' && substanceOf(text) >= TELLING,
  );
  return utterances.flatMap(({ role, text }, at): Statement[] => {
    const substance = role === 'customer' ? substanceOf(text) : 0;
    if (substance < TELLING) return [];
    const meant = withoutIrony(text) ?? text;
    const turned = at > opening ? afterTurning(meant) : null;
    return [
      {
        text: inEnglish(withoutNumbers(turned ?? meant), language),
        at,
        substance: turned === null ? substance : substanceOf(turned),
        answer: turned === null && answersQuestion(utterances, at),
        turning: turned !== null,
      },
    ];
  });
};

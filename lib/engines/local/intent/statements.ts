import type { Utterance } from '@/lib/domain/conversation';
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

/** What the customer stated, oldest first, without courtesies and bare values. */
export const statementsOf = (utterances: readonly Utterance[], language: string): Statement[] => {
  const opening = utterances.findIndex(
    ({ role, text }) => role === 'customer' && substanceOf(text) >= TELLING,
  );
  return utterances.flatMap(({ role, text }, at): Statement[] => {
    const substance = role === 'customer' ? substanceOf(text) : 0;
    if (substance < TELLING) return [];
    const turned = at > opening ? afterTurning(text) : null;
    return [
      {
        text: inEnglish(withoutNumbers(turned ?? text), language),
        at,
        substance: turned === null ? substance : substanceOf(turned),
        answer: turned === null && answersQuestion(utterances, at),
        turning: turned !== null,
      },
    ];
  });
};

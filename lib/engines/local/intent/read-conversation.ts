import type { Utterance } from '@/lib/domain/conversation';
import type { TwoLevelClassifier } from '@/lib/ml/two-level-classifier';
import { inEnglish } from './in-english';
import { answersQuestion, substanceOf } from './substance';

/** How much older statements count: each step back by this factor. */
const FADING = 0.7;
/** The first statement of the problem counts this often: what follows is details, identity checks and thanks. */
const FIRST = 2;
/** An answer to a question fills in the issue; it seldom states it. */
const ANSWER = 0.2;
/** Below this substance a text is a courtesy, an acknowledgement or a bare value. */
const TELLING = 0.3;
/** Share of the verdict that comes from reading the opening statements as one text. */
const TOGETHER = 0.5;
const OPENING = 2;

/** A customer message that says something: in the model's language, and what it counts. */
export interface Statement {
  text: string;
  answer: boolean;
  weight: number;
}

/** What the customer stated, oldest first, without courtesies and bare values. */
export const statementsOf = (utterances: readonly Utterance[], language: string): Statement[] => {
  const telling = utterances.flatMap((utterance, at) => {
    const substance = utterance.role === 'customer' ? substanceOf(utterance.text) : 0;
    if (substance < TELLING) return [];
    return [
      { text: inEnglish(utterance.text, language), substance, answer: answersQuestion(utterances, at) },
    ];
  });
  return telling.map(({ text, substance, answer }, at) => ({
    text,
    answer,
    weight: substance * (answer ? ANSWER : 1) * (at === 0 ? FIRST : FADING ** (telling.length - 1 - at)),
  }));
};

/** From 0, where every label is as likely, to 1, where one is certain: one minus the normalised entropy. */
const decidedness = (p: Float64Array): number => {
  let entropy = 0;
  for (const share of p) if (share > 0) entropy -= share * Math.log(share);
  return 1 - entropy / Math.log(p.length);
};

/**
 * What a whole conversation is about: one probability per label, in the model's order. Statements are averaged by substance, age
 * and how decided each is. Greetings and acknowledgements do not move it, unless there is nothing else.
 */
export const readConversation = (
  model: TwoLevelClassifier,
  utterances: readonly Utterance[],
  language: string,
): Float64Array => {
  const statements = statementsOf(utterances, language);
  if (statements.length === 0) {
    const last = utterances.findLast(({ role }) => role === 'customer')?.text ?? '';
    return model.probabilities(inEnglish(last, language));
  }
  const read = statements.map(({ text, weight }) => {
    const p = model.probabilities(text);
    return { p, weight: weight * (0.01 + decidedness(p)) };
  });
  const total = read.reduce((sum, { weight }) => sum + weight, 0);
  const apart = new Float64Array(model.labels.length);
  for (const { p, weight } of read) {
    for (let k = 0; k < apart.length; k++) apart[k] = (apart[k] ?? 0) + ((p[k] ?? 0) * weight) / total;
  }
  if (statements.length === 1) return apart;
  const opening = statements.slice(0, OPENING).map(({ text }) => text);
  const together = model.probabilities(opening.join('\n'));
  return apart.map((p, k) => (1 - TOGETHER) * p + TOGETHER * (together[k] ?? 0));
};

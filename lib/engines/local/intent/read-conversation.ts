import type { Utterance } from '@/lib/domain/conversation';
import { beginningOfMatter, type ReadStatement } from './current-matter';
import { inEnglish } from './in-english';
import type { IntentModel } from './intent-model';
import { type Statement, statementsOf, withoutNumbers } from './statements';

/** How much older statements count: each step back by this factor. */
const FADING = 0.7;
/** The first statement of the problem counts this often: what follows is details, identity checks and thanks. */
const FIRST = 2;
/** An answer to a question fills in the issue; it seldom states it. */
const ANSWER = 0.2;
/** Share of the verdict that comes from reading the opening statements as one text. */
const TOGETHER = 0.5;
const OPENING = 2;

/** From 0, where every label is as likely, to 1, where one is certain: one minus the normalised entropy. */
const decidedness = (p: Float64Array): number => {
  let entropy = 0;
  for (const share of p) if (share > 0) entropy -= share * Math.log(share);
  return 1 - entropy / Math.log(p.length);
};

/** Below this a statement is left out where another one is surely the desk's matter: gibberish, another script, a joke in between. */
const OUTSIDE = 0.15;
const INSIDE = 0.5;
/** From this on a reading is believed as it is; it was calibrated on messages that are all the desk's matter. */
const BELIEVED = 0.4;

/** Every statement of the conversation as the model reads it alone, and where the matter begins that it is about now. */
export interface Matters {
  statements: ReadStatement[];
  current: number;
  /** Share of its confidence that a reading of the matter keeps, 0 to 1: little where nothing was said that the desk is for. */
  credit: number;
}

/** Languages that the model reads, as they are or word for word; `und` is mostly too short to tell. */
const READ = /^(?:en|es|und)/u;

const lastWords = (utterances: readonly Utterance[], language: string): string =>
  inEnglish(withoutNumbers(utterances.findLast(({ role }) => role === 'customer')?.text ?? ''), language);

export const mattersOf = (
  model: IntentModel,
  utterances: readonly Utterance[],
  language: string,
): Matters => {
  const foreign = !READ.test(language);
  const stated = statementsOf(utterances, language).map((statement) => ({
    ...statement,
    scope: model.scope(statement.text, foreign),
  }));
  const surely = stated.some(({ scope }) => scope >= INSIDE);
  const statements = stated
    .filter(({ scope }) => !surely || scope >= OUTSIDE)
    .map((statement) => ({ ...statement, p: model.probabilities(statement.text) }));
  const current = beginningOfMatter(model.labels, statements);
  const scope = Math.max(
    ...(statements.length > 0
      ? statements.slice(current).map((statement) => statement.scope)
      : [model.scope(lastWords(utterances, language), foreign)]),
  );
  return { statements, current, credit: Math.min(1, (scope / BELIEVED) ** 2) };
};

const weightOf = ({ substance, answer }: Statement, at: number, count: number): number =>
  substance * (answer ? ANSWER : 1) * (at === 0 ? FIRST : FADING ** (count - 1 - at));

/**
 * What a conversation is about now: one probability per label, in the model's order. The statements of the current matter are averaged
 * by substance, age and how decided each is. Greetings and acknowledgements do not move it, unless there is nothing else.
 */
export const readConversation = (
  model: IntentModel,
  utterances: readonly Utterance[],
  language: string,
  matters: Matters = mattersOf(model, utterances, language),
): Float64Array => {
  const statements = matters.statements.slice(matters.current);
  if (statements.length === 0) return model.probabilities(lastWords(utterances, language));
  const read = statements.map((statement, at) => ({
    p: statement.p,
    weight: weightOf(statement, at, statements.length) * (0.01 + decidedness(statement.p)),
  }));
  const total = read.reduce((sum, { weight }) => sum + weight, 0);
  const apart = new Float64Array(model.labels.length);
  for (const { p, weight } of read) {
    for (let k = 0; k < apart.length; k++) apart[k] = (apart[k] ?? 0) + ((p[k] ?? 0) * weight) / total;
  }
  if (statements.length === 1) return apart;
  const opening = statements
    .slice(0, OPENING)
    .flatMap(({ text, answer }, at) => (at === 0 || !answer ? [text] : []));
  const together = model.probabilities(opening.join('\n'));
  return apart.map((p, k) => (1 - TOGETHER) * p + TOGETHER * (together[k] ?? 0));
};

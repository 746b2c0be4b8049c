import { kindOf, type StepKind } from '@/lib/assist/facts/step-kind';
import type { HandoffRequest } from '@/lib/assist/ports';
import type { Phase } from '@/lib/domain/knowledge';
import type { PlaybookStep } from '@/lib/domain/resolution';
import { outcomeOf } from './outcome-cues';
import { trimmed } from './sentences';
import { answerGiven, answerTo, verdictOn } from './verdict';

/** Something on record as done, and what the customer then said came of it. */
export interface Recorded {
  what: string;
  result: string;
  turnId: string;
  /** Place of its message, from 0; behind the last one when it was not with any that is read. */
  at: number;
}

const WHAT_WORDS = 24;
/** Phases whose steps try something; kind words and notes do not. */
const TRYING: ReadonlySet<Phase> = new Set(['diagnose', 'resolve']);

const placesOf = (utterances: HandoffRequest['utterances']): Map<string, number> =>
  new Map(utterances.map(({ turnId }, at) => [turnId, at]));

/** Steps that are done, those of one message together, oldest message first. */
const stepsByTurn = (steps: readonly PlaybookStep[]): Map<string, PlaybookStep[]> => {
  const byTurn = new Map<string, PlaybookStep[]>();
  for (const step of steps)
    if (step.done && TRYING.has(step.phase))
      byTurn.set(step.done.turnId, [...(byTurn.get(step.done.turnId) ?? []), step]);
  return byTurn;
};

/** What a customer did by themselves came of as they wrote with it, or right after. */
const byCustomer = (
  utterances: HandoffRequest['utterances'],
  at: number,
  places: ReadonlySet<number>,
): string => {
  const outcome = outcomeOf(utterances[at]?.text ?? '');
  if (outcome !== 'unclear') return `${outcome}, the customer says`;
  return verdictOn(utterances, at, places) ?? 'the customer told us';
};

/** Only what was changed or tried can work or fail; looking something up cannot, and a question has an answer. */
const resultOf = (
  kinds: ReadonlySet<StepKind>,
  utterances: HandoffRequest['utterances'],
  at: number,
  places: ReadonlySet<number>,
): string => {
  if (utterances[at]?.role === 'customer') return byCustomer(utterances, at, places);
  if (kinds.has('instruct')) return answerTo(utterances, at, places);
  if (kinds.has('act')) return verdictOn(utterances, at, places) ?? 'done, no verdict yet';
  if (kinds.has('ask')) return answerGiven(utterances, at, places) ?? 'no answer yet';
  return kinds.has('look') ? 'done' : answerTo(utterances, at, places);
};

/**
 * What the record says was tried, oldest first: playbook steps that are done, and suggested answers that were sent. Nobody's prose is read
 * for what was done, only the customer's for what came of it.
 */
export const recordedIn = ({
  utterances,
  steps,
  sent,
}: Pick<HandoffRequest, 'utterances' | 'steps' | 'sent'>): Recorded[] => {
  const places = placesOf(utterances);
  const done = stepsByTurn(steps);
  const answered = new Map(sent.map((one) => [one.turnId, one]));
  const turnIds = [...new Set([...done.keys(), ...answered.keys()])];
  const known = new Set(turnIds.flatMap((turnId) => places.get(turnId) ?? []));
  return turnIds
    .flatMap((turnId): Recorded[] => {
      const at = places.get(turnId) ?? utterances.length;
      const taken = done.get(turnId) ?? [];
      const suggestion = answered.get(turnId);
      const kinds = new Set(taken.map(kindOf));
      const result = resultOf(kinds, utterances, at, known);
      const what =
        taken.length > 0
          ? taken.map((step) => trimmed(step.do, Math.floor(WHAT_WORDS / taken.length))).join('; ')
          : trimmed(
              `Suggested answer sent${suggestion?.edited ? ', edited' : ''}: ${suggestion?.titles.join('; ') || 'from the account'}`,
              WHAT_WORDS,
            );
      return [{ what, result, turnId, at }];
    })
    .sort((a, b) => a.at - b.at);
};

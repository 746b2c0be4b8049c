import type { Utterance } from '../../domain/conversation';
import type { PlaybookStep } from '../../domain/resolution';
import { type Message, readMessage } from './read-clauses';
import { refusedBy, shownByCustomer, shownByRep, wantedOf } from './step-evidence';

type Done = NonNullable<PlaybookStep['done']>;

const BECAUSE: Readonly<Record<'rep' | 'customer', string>> = {
  rep: 'Said in the conversation',
  customer: 'The customer told us',
};

/** Why a step is done when a rep said so. */
export const TICKED = 'Ticked by a rep';

/** The first message that shows a step done: the rep did, asked or explained it, or the customer had done it. */
const evidenceOf = (
  step: PlaybookStep,
  utterances: readonly Utterance[],
  messages: readonly Message[],
): Done | null => {
  const wanted = wantedOf(step);
  let repSaid: string | null = null;
  for (const [at, { role, text, turnId }] of utterances.entries()) {
    const message = messages[at];
    if (!message) continue;
    if (role === 'customer') {
      if (shownByCustomer(wanted, message, repSaid)) return { turnId, because: BECAUSE.customer };
      continue;
    }
    if (role !== 'rep') continue;
    repSaid = text;
    if (!shownByRep(wanted, message)) continue;
    const answer = utterances.find((later, place) => place > at && later.role === 'customer');
    if (wanted.kind !== 'instruct' || !refusedBy(answer)) return { turnId, because: BECAUSE.rep };
  }
  return null;
};

/** Ticks what the conversation shows done. A tick by hand outranks what was read, both ways. */
export const tickSteps = (
  steps: readonly PlaybookStep[],
  utterances: readonly Utterance[],
  byHand: Readonly<Record<string, boolean>>,
): PlaybookStep[] => {
  const messages = utterances.map(({ text }) => readMessage(text));
  const lastReply = utterances.findLast(({ role }) => role === 'rep')?.turnId ?? '';
  return steps.map((step) => {
    const ticked = byHand[step.id];
    if (ticked === false) return { ...step, done: null };
    if (ticked === true) return { ...step, done: step.done ?? { turnId: lastReply, because: TICKED } };
    return { ...step, done: evidenceOf(step, utterances, messages) ?? step.done };
  });
};

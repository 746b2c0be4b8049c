import type { MissingField } from '../../../domain/triage';
import { saidShare } from '../../facts/tick-steps';
import type { ResolutionRequest } from '../../ports';
import type { ResolveInput } from './schema';

/** Share of a question's words in an earlier reply at which it counts as asked. */
const ASKED_SHARE = 0.6;

/** The next question nobody has asked yet: asking twice is worse than going on without. */
export const nextQuestion = ({
  triage,
  utterances,
}: Pick<ResolveInput, 'triage' | 'utterances'>): MissingField | null =>
  triage.missing.find(
    ({ ask }) =>
      !utterances.some(
        (utterance) => utterance.role === 'rep' && saidShare(ask, utterance.text) >= ASKED_SHARE,
      ),
  ) ?? null;

/** What the reply has to do, decided before any model is asked. */
export const goalOf = (input: ResolveInput): ResolutionRequest['goal'] => {
  const { decision } = input.escalation;
  if (decision.escalate) return { do: 'hand-over', queue: decision.queue };
  const question = nextQuestion(input);
  return question ? { do: 'ask', question: question.ask } : { do: 'answer' };
};

import type { RequiredField } from '../../../domain/intent';
import type { MissingField } from '../../../domain/triage';
import { closingOf } from '../../facts/closing';
import { saidShare } from '../../facts/said-share';
import type { Ports, ResolutionRequest } from '../../ports';
import type { ResolveInput } from './schema';

/** Share of a question's words in an earlier reply at which it counts as asked. */
const ASKED_SHARE = 0.6;

/** Fields that the account answers by itself. Where a plan is to be changed, the one that is wanted is asked for, not the one there is. */
const ON_THE_ACCOUNT: Partial<Record<RequiredField, string>> = { plan: 'service.plan' };

const wasAsked = ({ ask }: MissingField, utterances: ResolveInput['utterances']): boolean =>
  utterances.some(({ role, text }) => role === 'rep' && saidShare(ask, text) >= ASKED_SHARE);

/** What is missing and the account does not answer either. */
export const unknownFields = ({ triage, facts }: Pick<ResolveInput, 'triage' | 'facts'>): MissingField[] =>
  triage.missing.filter(
    ({ field }) =>
      !(triage.intent.category === 'technical' && facts.some(({ key }) => key === ON_THE_ACCOUNT[field])),
  );

/**
 * Replies of the rep since this matter came up, counted back to `most`. Each had the open questions before it and went another way, so
 * that many of them were passed over.
 */
const repliesInMatter = (
  { utterances, triage }: ResolveInput,
  { guessIntents }: Pick<Ports, 'guessIntents'>,
  most: number,
): number => {
  const replies = utterances.flatMap(({ role }, at) => (role === 'rep' ? [at] : [])).slice(-most);
  const isOther = (at: number): boolean => {
    const before = utterances.slice(0, at);
    const said = before.some(({ role }) => role === 'customer');
    const [guess] = said ? guessIntents({ utterances: before, language: triage.language }) : [];
    return guess?.id !== triage.intent.id;
  };
  return replies.length - 1 - replies.findLastIndex(isOther);
};

/** The next question nobody has asked, answered or passed over yet: a rep who went another way is not told to ask again. */
export const nextQuestion = (
  input: ResolveInput,
  ports: Pick<Ports, 'guessIntents'>,
): MissingField | null => {
  const { utterances } = input;
  const unknown = unknownFields(input);
  const open = unknown.filter((missing) => !wasAsked(missing, utterances));
  if (open.length === 0) return null;
  const asked = unknown.length - open.length;
  return open[Math.max(0, repliesInMatter(input, ports, unknown.length) - asked)] ?? null;
};

const isNew = ({ utterances }: ResolveInput): boolean => utterances.every(({ role }) => role === 'customer');

const isFound = ({ retrieval }: ResolveInput, { policies }: Pick<Ports, 'policies'>): boolean =>
  retrieval.incidents.length > 0 || retrieval.confidence >= policies.knowledge.relevance_threshold;

/** What the reply has to do, decided before any model is asked. */
export const goalOf = (
  input: ResolveInput,
  ports: Pick<Ports, 'guessIntents' | 'policies'>,
): { goal: ResolutionRequest['goal']; question: MissingField | null } => {
  const { decision } = input.escalation;
  if (decision.escalate) return { goal: { do: 'hand-over', queue: decision.queue }, question: null };
  // What an intent needs is not worth asking while it is unsure that this is the intent.
  const unsure = input.triage.intent.confidence < ports.policies.agents.thresholds.intent;
  const closing = closingOf(input.utterances) !== null;
  if (unsure && !closing && isNew(input) && !isFound(input, ports))
    return { goal: { do: 'clarify' }, question: null };
  const question = unsure || closing ? null : nextQuestion(input, ports);
  return { goal: question ? { do: 'ask', question: question.ask } : { do: 'answer' }, question };
};

import type { WrapUpRequest } from '@/lib/assist/ports';
import { clip } from '@/lib/core/text';
import { detectLanguage } from '@/lib/detectors/language';
import { attemptsIn } from './attempts';
import { detailsMissing } from './details';
import { identityAnswers } from './identity-check';
import { outcomeOf } from './outcome-cues';
import { reported } from './reported-speech';
import { asAnswers } from './salience';
import { type Said, sentencesSaid, trimmed } from './sentences';

const TOLD_WORDS = 24;
const LAST_WORDS = 12;
const STEP_WORDS = 12;
const MOST_STEPS = 3;
/** Details of one side beyond the sentences; more than these nobody reads. */
const MOST_DETAILS: Readonly<Record<Said['role'], number>> = { customer: 8, rep: 5 };
const LONGEST = 4000;
/** What an action adds to a rep's sentence. */
const BY_ACTING = 0.4;

const NAMES: Readonly<Record<Said['role'], string>> = { customer: 'The customer', rep: 'The rep' };

/** A sentence in the notes: retold when it is English, else quoted, since a colleague's words for it would be a translation. */
const told = ({ text, role }: Said, words: number): string => {
  const language = detectLanguage(text);
  return language === 'en' || language === 'und'
    ? reported(text, role, words)
    : `${NAMES[role]} wrote: “${trimmed(text, words)}”`;
};

const withDetails = (sentence: string, details: readonly string[]): string =>
  details.length === 0 ? sentence : `${sentence} (${details.join(', ')})`;

/** The rep's sentence that settles the matter. */
const answerIn = (said: readonly Said[], { utterances }: WrapUpRequest): Said | undefined => {
  const acting = new Set(attemptsIn(utterances).flatMap(({ by, at }) => (by === 'rep' ? [at] : [])));
  return asAnswers(said)
    .map(({ sentence, weight }) => ({
      sentence,
      weight: weight + (acting.has(sentence.at) ? BY_ACTING : 0),
    }))
    .sort((a, b) => b.weight - a.weight)[0]?.sentence;
};

/** What is on record as done: steps, and answers that were sent with no step in them, by the articles they stood on. */
const doneIn = ({ steps, sent }: WrapUpRequest): string[] => {
  const ticked = steps.flatMap(({ done, do: what }) => (done ? [{ turnId: done.turnId, what }] : []));
  const withStep = new Set(ticked.map(({ turnId }) => turnId));
  const titles = new Set(
    sent.filter(({ turnId }) => !withStep.has(turnId)).flatMap((suggestion) => suggestion.titles),
  );
  return [
    ...ticked.map(({ what }) => trimmed(what, STEP_WORDS)),
    ...[...titles].map((title) => `answered from “${trimmed(title, STEP_WORDS)}”`),
  ];
};

/** How it ended, by the customer's last words and by what happened to the case. */
const endingOf = (
  { utterances, escalated }: WrapUpRequest,
  said: readonly Said[],
  problem: Said | undefined,
): string | null => {
  if (escalated) return 'The case was handed over';
  const last = utterances.findLast(({ role }) => role === 'customer');
  const outcome = last ? outcomeOf(last.text) : 'unclear';
  if (outcome === 'worked') return 'The customer confirmed that it works';
  const failed = said.findLast(({ role, text }) => role === 'customer' && outcomeOf(text) === 'did not work');
  if (outcome !== 'did not work' || !failed || failed === problem) return null;
  return `It is not solved: ${told(failed, LAST_WORDS).replace(/^The/u, 'the')}`;
};

const sentenceOf = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

/**
 * Notes of two to four sentences: what the customer said, what the rep did and answered, how it ended. The sentences are those of the
 * conversation, retold; details that they leave out stand in brackets behind them.
 */
export const notesOf = (problems: readonly Said[], request: WrapUpRequest): string => {
  const [problem] = problems;
  const said = sentencesSaid(request.utterances);
  const checks = identityAnswers(request.utterances);
  const tellable = said.filter(({ at }) => !checks.has(at));
  const answer = answerIn(said, request);
  const done = doneIn(request);
  const ending = endingOf(request, said, problem);
  const asked = problem ? told(problem, TOLD_WORDS) : 'The customer did not state an issue';
  const answered = answer ? told(answer, TOLD_WORDS) : null;
  const plain = [asked, answered, ending].join(' ');
  const given = detailsMissing(tellable, 'customer', plain, MOST_DETAILS.customer);
  const added = detailsMissing(tellable, 'rep', [plain, ...given].join(' '), MOST_DETAILS.rep);
  const sentences = [
    withDetails(asked, given),
    done.length > 0 ? `Done: ${done.slice(0, MOST_STEPS).join('; ')}` : null,
    answered === null ? null : withDetails(answered, added),
    ending,
  ];
  return clip(
    sentences.flatMap((sentence) => (sentence === null ? [] : sentenceOf(sentence))).join(' '),
    LONGEST,
  );
};

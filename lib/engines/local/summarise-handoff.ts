import type { HandoffOpinion, HandoffRequest, ModelPort } from '@/lib/assist/ports';
import { hasFlag } from '@/lib/domain/triage';
import type { TwoLevelClassifier } from '@/lib/ml/two-level-classifier';
import { explainingIncident } from './resolution/explaining-incident';
import { attemptsIn } from './summary/attempts';
import { lastWish, problemSentences } from './summary/problem';
import { type Said, trimmed } from './summary/sentences';
import { toneNote } from './summary/tone';
import { LOCAL } from './use';

const MOST_ATTEMPTS = 4;
const MOST_NEXT = 3;
const ISSUE_WORDS = 26;
const QUOTE_WORDS = 32;
const WISH_WORDS = 16;

/** What the customer has: the intents, and the incident behind it. */
const issueOf = (request: HandoffRequest): string => {
  const { triage } = request;
  const also = triage.secondary.map(({ title }) => title.toLowerCase());
  const incident = explainingIncident(request);
  const known = incident
    ? `${incident.kind === 'outage' ? 'outage' : 'known issue'} ${incident.number}: ${incident.title}`
    : null;
  return trimmed(
    [triage.intent.title, also.length > 0 ? `also: ${also.join(', ')}` : null, known]
      .filter(Boolean)
      .join('; '),
    ISSUE_WORDS,
  );
};

/** Attempts that people made, then steps that the conversation shows to be done and no attempt speaks of. */
const triedIn = ({ utterances, steps }: HandoffRequest): HandoffOpinion['tried'] => {
  const attempts = attemptsIn(utterances);
  const spoken = new Set(attempts.map(({ at }) => utterances[at]?.turnId));
  const ticked = steps.flatMap(({ do: what, done }) =>
    done && !spoken.has(done.turnId) ? [{ what: trimmed(what, 18), result: done.because }] : [],
  );
  return [...attempts.map(({ what, result }) => ({ what, result })), ...ticked].slice(-MOST_ATTEMPTS);
};

/** What to do next: safety and wishes first, then open steps of the playbook, then what nobody asked yet. */
const nextFor = (request: HandoffRequest): string[] => {
  const { triage, steps } = request;
  const wishes = [
    ...(hasFlag(triage, 'safety') ? ['Make sure everyone is safe before anything else'] : []),
    ...(hasFlag(triage, 'human_requested') ? ['Speak to them yourself: they asked for a person'] : []),
    ...(hasFlag(triage, 'cancel') ? ['They may cancel: the way to cancel stays open'] : []),
  ];
  const open = steps
    .filter(({ done, phase }) => done === null && phase !== 'de-escalate')
    .map(({ do: what }) => trimmed(what, 18));
  const questions = triage.missing.map(({ ask }) => `Ask: ${ask}`);
  return [...wishes, ...open, ...questions].slice(0, MOST_NEXT);
};

/** What is wrong, and what they last asked for when that is another sentence, each word for word. */
const quoted = (problem: Said | undefined, wish: Said | null): string | null => {
  const sentences = [
    ...(problem ? [trimmed(problem.text, QUOTE_WORDS)] : []),
    ...(wish && wish.text !== problem?.text ? [trimmed(wish.text, WISH_WORDS)] : []),
  ];
  return sentences.length > 0 ? sentences.map((sentence) => `“${sentence}”`).join(' … ') : null;
};

/** The worded part of a packet: what is known, then sentences that were said, none of them rewritten. */
export const summariseHandoffWith =
  (intent: TwoLevelClassifier): ModelPort<HandoffRequest, HandoffOpinion> =>
  async (request, { signal }) => {
    signal.throwIfAborted();
    const { utterances, triage, sentiment } = request;
    const [problem] = problemSentences(intent, utterances, triage.intent.id, triage.language);
    return {
      value: {
        issue: issueOf(request),
        inTheirWords: quoted(problem, lastWish(utterances)),
        tried: triedIn(request),
        next: nextFor(request),
        tone: toneNote(sentiment),
      },
      use: LOCAL,
    };
  };

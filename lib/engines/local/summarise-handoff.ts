import type { HandoffOpinion, HandoffRequest, ModelPort } from '@/lib/assist/ports';
import type { Flag } from '@/lib/domain/triage';
import type { IntentModel } from './intent/intent-model';
import { explainingIncident } from './resolution/explaining-incident';
import { attemptsIn, stepsDone } from './summary/attempts';
import { cleaned } from './summary/clean';
import { followUpIn } from './summary/follow-up';
import { inOwnWords } from './summary/own-words';
import { lastWish, problemSentences } from './summary/problem';
import { type Said, trimmed } from './summary/sentences';
import { toneNote } from './summary/tone';
import { LOCAL } from './use';

const MOST_ATTEMPTS = 4;
const MOST_NEXT = 4;
const EVIDENCE_WORDS = 8;
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

/** Steps that events show to be done come first in each place; what people wrote that they tried fills in the rest, in order. */
const triedIn = ({ utterances, steps }: HandoffRequest): HandoffOpinion['tried'] => {
  const ticked = stepsDone(steps, utterances);
  const byEvent = new Set(ticked.map(({ turnId }) => turnId));
  const told = attemptsIn(utterances).filter(({ at }) => !byEvent.has(utterances[at]?.turnId ?? ''));
  return [...ticked, ...told]
    .sort((a, b) => a.at - b.at)
    .map(({ what, result }) => ({ what, result }))
    .slice(-MOST_ATTEMPTS);
};

/** What whoever takes over must know before they write a word, the gravest first. */
const CAREFUL: readonly { flag: Flag; say: string; quoting: boolean }[] = [
  { flag: 'safety', say: 'Make sure everyone is safe before anything else', quoting: false },
  { flag: 'vulnerability', say: 'Somebody depends on this service', quoting: true },
  { flag: 'security', say: 'Somebody else may be in the account', quoting: true },
  { flag: 'legal', say: 'They speak of legal action', quoting: true },
  { flag: 'regulator', say: 'They named a regulator', quoting: true },
  { flag: 'human_requested', say: 'Speak to them yourself: they asked for a person', quoting: false },
  { flag: 'cancel', say: 'They may cancel: the way to cancel stays open', quoting: false },
];

/** What to do next: safety and wishes first, then what they wait to hear, open steps of the playbook, and what nobody asked yet. */
const nextFor = (request: HandoffRequest, waitingFor: Said | null): string[] => {
  const { triage, steps, utterances } = request;
  const careful = CAREFUL.flatMap(({ flag, say, quoting }) => {
    const raised = triage.flags.find((other) => other.flag === flag);
    if (!raised) return [];
    return [quoting ? `${say}: “${trimmed(cleaned(raised.evidence.text), EVIDENCE_WORDS)}”` : say];
  });
  const open = steps
    .filter(({ done, phase }) => done === null && phase !== 'de-escalate')
    .map(({ do: what }) => trimmed(what, 18));
  const questions = triage.missing.map(({ ask }) => `Ask: ${ask}`);
  const answer = waitingFor ? [`Answer them: “${trimmed(waitingFor.text, WISH_WORDS)}”`] : [];
  const promise = followUpIn(utterances);
  const next = [...careful, ...answer, ...(promise ? [promise] : []), ...open, ...questions];
  const last = utterances.at(-1);
  if (next.length === 0 && last?.role === 'customer')
    return [`Reply to their last message: “${trimmed(cleaned(last.text), WISH_WORDS)}”`];
  return next.slice(0, MOST_NEXT);
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
  (intent: IntentModel): ModelPort<HandoffRequest, HandoffOpinion> =>
  async (request, { signal }) => {
    signal.throwIfAborted();
    const { triage, sentiment } = request;
    const utterances = inOwnWords(request.utterances, triage);
    const wish = lastWish(utterances);
    // What they asked after the last rep wrote, nobody has answered.
    const waiting = wish && wish.at > utterances.findLastIndex(({ role }) => role === 'rep') ? wish : null;
    const [problem] = problemSentences(intent, utterances, triage.intent.id, triage.language, 'current');
    return {
      value: {
        issue: issueOf(request),
        inTheirWords: quoted(problem, waiting ? null : wish),
        tried: triedIn({ ...request, utterances }),
        next: nextFor({ ...request, utterances }, waiting?.text === problem?.text ? null : waiting),
        tone: toneNote(sentiment),
      },
      use: LOCAL,
    };
  };

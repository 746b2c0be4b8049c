import type { HandoffOpinion, HandoffRequest, ModelPort } from '@/lib/assist/ports';
import type { Flag } from '@/lib/domain/triage';
import type { IntentModel } from './intent/intent-model';
import { explainingIncident } from './resolution/explaining-incident';
import { attemptsIn } from './summary/attempts';
import { cleaned } from './summary/clean';
import { followUpIn } from './summary/follow-up';
import { isGlad } from './summary/outcome-cues';
import { inOwnWords } from './summary/own-words';
import { lastWish, problemSentences } from './summary/problem';
import { recordedIn } from './summary/recorded';
import { type Said, sentencesSaid, trimmed } from './summary/sentences';
import { toneNote } from './summary/tone';
import { LOCAL } from './use';

const MOST_ATTEMPTS = 4;
const MOST_NEXT = 4;
const EVIDENCE_WORDS = 8;
const ISSUE_WORDS = 26;
const QUOTE_WORDS = 32;
const WISH_WORDS = 16;
const LAST_WORD_WORDS = 24;

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

/** How much a lead needs to read of an attempt: what failed or worked before what nobody knows the end of, records before words. */
const weightOf = ({ result, recorded }: { result: string; recorded: boolean }): number =>
  (/^(?:did not work|worked)/u.test(result) ? 2 : 0) + (recorded ? 1 : 0);

/**
 * What the record shows was tried, and what people only wrote where the record shows nothing: the newest and the most telling of it, in
 * the order it happened. Where a rep unticked a step nothing was tried.
 */
const triedIn = (request: HandoffRequest): HandoffOpinion['tried'] => {
  const { utterances, untickedAt } = request;
  const recorded = recordedIn(request);
  const corrected = new Set(untickedAt);
  const spokenFor = new Set([
    ...recorded.map(({ at }) => at),
    ...utterances.flatMap(({ turnId }, at) => (corrected.has(turnId) ? [at] : [])),
  ]);
  const told = attemptsIn(utterances, spokenFor).map((attempt) => ({
    ...attempt,
    turnId: utterances[attempt.at]?.turnId ?? '',
    recorded: false,
  }));
  const [newest, ...before] = [...recorded.map((one) => ({ ...one, recorded: true })), ...told].sort(
    (a, b) => b.at - a.at,
  );
  if (newest === undefined) return [];
  const telling = before.sort((a, b) => weightOf(b) - weightOf(a) || b.at - a.at);
  return [newest, ...telling.slice(0, MOST_ATTEMPTS - 1)]
    .sort((a, b) => a.at - b.at)
    .map(({ what, result, turnId }) => ({ what, result, turnId }));
};

/** What whoever takes over must know before they write a word, the gravest first. */
const CAREFUL: readonly { flag: Flag; say: string; quoting: boolean }[] = [
  { flag: 'safety', say: 'Make sure everyone is safe before anything else', quoting: true },
  { flag: 'vulnerability', say: 'Somebody depends on this service', quoting: true },
  { flag: 'security', say: 'Somebody else may be in the account', quoting: true },
  { flag: 'legal', say: 'They speak of legal action', quoting: true },
  { flag: 'regulator', say: 'They named a regulator', quoting: true },
  { flag: 'human_requested', say: 'Speak to them yourself: they asked for a person', quoting: false },
  { flag: 'cancel', say: 'They may cancel: the way to cancel stays open', quoting: false },
];

/** Where nothing is open: an answer to the last message, or when that was thanks, the word the rep left it at. */
const goOn = (utterances: HandoffRequest['utterances'], last: string): string => {
  const reply = utterances.findLastIndex(({ role }) => role === 'rep');
  const left = isGlad(last) ? sentencesSaid(utterances).find(({ at }) => at === reply) : undefined;
  return left
    ? `Reply to their thanks; the rep left it at: “${trimmed(left.text, LAST_WORD_WORDS)}”`
    : `Reply to their last message: “${trimmed(last, WISH_WORDS)}”`;
};

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
  if (next.length === 0 && last?.role === 'customer') return [goOn(utterances, cleaned(last.text))];
  return next.slice(0, MOST_NEXT);
};

/** What is wrong, and what they asked for after it, each word for word. */
const quoted = (
  utterances: HandoffRequest['utterances'],
  problem: Said | undefined,
  wish: Said | null,
): string | null => {
  const message = wish && problem?.at === wish.at ? (utterances[wish.at]?.text ?? '') : '';
  const later =
    wish !== null &&
    wish.text !== problem?.text &&
    (problem === undefined ||
      wish.at > problem.at ||
      (wish.at === problem.at && message.indexOf(wish.text) > message.indexOf(problem.text)));
  const sentences = [
    ...(problem ? [trimmed(problem.text, QUOTE_WORDS)] : []),
    ...(later ? [trimmed(wish.text, WISH_WORDS)] : []),
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
        inTheirWords: quoted(utterances, problem, waiting ? null : wish),
        tried: triedIn({ ...request, utterances }),
        next: nextFor({ ...request, utterances }, waiting?.text === problem?.text ? null : waiting),
        tone: toneNote(sentiment),
      },
      use: LOCAL,
    };
  };

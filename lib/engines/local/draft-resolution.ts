import type { ModelPort, ResolutionOpinion, ResolutionRequest } from '@/lib/assist/ports';
import { hasFlag } from '@/lib/domain/triage';
import { factsIn, joined, type Part, withinWords } from './resolution/compose';
import { confidenceOf } from './resolution/confidence';
import { explainingIncident } from './resolution/explaining-incident';
import { pickPassages } from './resolution/pick-passages';
import { spanishFacts } from './resolution/spanish-facts';
import { LOCAL } from './use';
import { wordingFor, writtenIn } from './wording/for-language';

/** Everything before the answer itself: the acknowledgement, and the incident that explains the problem. */
const beginning = (request: ResolutionRequest): Part[] => {
  const wording = wordingFor(request.language);
  const incident = explainingIncident(request);
  const english = writtenIn(request.language) === 'en';
  const opener = (request.tone.empathyFirst ? wording.empathy : wording.opening)[
    request.triage.intent.category
  ];
  const restore = request.facts.find(({ key }) => key === 'outage.restore_time')?.value;
  return [
    { text: opener, needed: request.tone.empathyFirst },
    ...(incident
      ? [{ text: incident.kind === 'outage' ? wording.outage : wording.knownIssue, needed: true }]
      : []),
    ...(incident && english ? [{ text: wording.cause(incident.cause.replace(/\.$/u, '')) }] : []),
    ...(incident?.kind === 'outage' && restore ? [{ text: wording.restore(restore), needed: true }] : []),
    ...(incident?.workaround && english ? [{ text: wording.workaround(incident.workaround) }] : []),
  ];
};

const opinionOf = (
  request: ResolutionRequest,
  parts: readonly Part[],
  confidence: number,
): ResolutionOpinion => {
  const kept = withinWords(parts);
  const reply = joined(kept);
  const passages = kept.flatMap(({ passage }) => passage ?? []);
  return { reply, passages, facts: factsIn(reply, request.facts), confidence, abstain: null };
};

const abstained = (reason: string, confidence: number): ResolutionOpinion => ({
  reply: '',
  passages: [],
  facts: [],
  confidence,
  abstain: reason,
});

/** Relevance at which a fact answers a question rather than being near it. */
const SURE = 0.6;

const asksSomething = ({ utterances }: ResolutionRequest): boolean =>
  utterances.findLast(({ role }) => role === 'customer')?.text.includes('?') ?? false;

const ask = (request: ResolutionRequest, question: string): ResolutionOpinion => {
  const wording = wordingFor(request.language);
  const field = request.triage.missing.find((missing) => missing.ask === question)?.field;
  const worded = writtenIn(request.language) === 'es' && field ? wording.question[field] : question;
  // Who asks something gets what is known of it before being asked back.
  const known =
    asksSomething(request) && writtenIn(request.language) === 'en' ? pickPassages(request)[0] : undefined;
  const told: Part[] = known && known.relevance >= SURE ? [{ text: known.text, passage: known.n }] : [];
  const lead: Part[] = request.tone.empathyFirst ? [{ text: wording.beforeQuestion }] : [];
  return opinionOf(
    request,
    [...beginning(request), ...told, ...lead, { text: worded, needed: true }],
    request.triage.intent.confidence,
  );
};

const handOver = (request: ResolutionRequest, queue: string): ResolutionOpinion => {
  const wording = wordingFor(request.language);
  const danger = hasFlag(request.triage, 'safety');
  const opener =
    request.tone.empathyFirst && !danger
      ? [{ text: wording.empathy[request.triage.intent.category], needed: true }]
      : [];
  const team = wording.team[queue] ?? wording.otherTeam;
  // A rule decided to hand over and the words are fixed, so nothing in this reply can be a wrong guess.
  return opinionOf(
    request,
    [...opener, { text: danger ? wording.handOverInDanger(team) : wording.handOver(team), needed: true }],
    1,
  );
};

const answer = (request: ResolutionRequest): ResolutionOpinion => {
  const { triage, passages, steps } = request;
  const incident = explainingIncident(request);
  const spanish = writtenIn(request.language) === 'es';
  const picked = spanish ? [] : pickPassages(request);
  const step = spanish ? undefined : steps.find(({ done, say }) => done === null && say !== null);
  const used = new Set(picked.map(({ n }) => n));
  const bestUnused = passages.find((_, at) => !used.has(at + 1))?.relevance ?? 0;
  const confidence = confidenceOf({
    relevance: picked[0]?.relevance ?? (step ? (passages[0]?.relevance ?? 0) : 0),
    margin: Math.max(0, (picked[0]?.relevance ?? 0) - bestUnused),
    intent: triage.intent.confidence,
    known: 1 / (1 + triage.missing.length),
    step: step !== undefined,
    incident: incident !== null,
    stale: picked.some(({ n }) => passages[n - 1]?.stale),
  });
  const known = spanish ? spanishFacts(request) : [];
  if (picked.length === 0 && !step && !incident && known.length === 0)
    return abstained(missingBecause(request, spanish), confidence);
  const body = [
    ...picked.map(({ text, n }, at): Part => ({ text, passage: n, needed: at === 0 })),
    ...known.map((text): Part => ({ text })),
    ...(step?.say ? [{ text: step.say, needed: true }] : []),
  ];
  return opinionOf(request, [...beginning(request), ...body], confidence);
};

const missingBecause = ({ passages, triage }: ResolutionRequest, spanish: boolean): string => {
  const about = triage.intent.title.toLowerCase();
  if (spanish && passages.length > 0)
    return `The articles on “${about}” are in English, and the customer writes Spanish`;
  if (passages.some(({ audience }) => audience === 'internal'))
    return `Only internal guidance was found on “${about}”, nothing a customer may be told`;
  return passages.length === 0
    ? `No article answers “${about}” for this question`
    : `The articles found are not close enough to “${about}”`;
};

/** A reply from what the request holds, and nothing else: the incident that explains it, public facts, the next step's own sentence. */
export const draftResolution: ModelPort<ResolutionRequest, ResolutionOpinion> = async (
  request,
  { signal },
) => {
  signal.throwIfAborted();
  const { goal } = request;
  const value =
    goal.do === 'ask'
      ? ask(request, goal.question)
      : goal.do === 'hand-over'
        ? handOver(request, goal.queue)
        : answer(request);
  return { value, use: LOCAL };
};

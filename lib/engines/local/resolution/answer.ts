import { closingOf } from '@/lib/assist/facts/closing';
import { saidShare } from '@/lib/assist/facts/said-share';
import type { ResolutionOpinion, ResolutionRequest } from '@/lib/assist/ports';
import { substanceOf } from '../intent/substance';
import { wordingFor, writtenIn } from '../wording/for-language';
import { accountAnswer } from './account-answer';
import { acknowledgement } from './acknowledge';
import type { Part } from './compose';
import { confidenceOf, type Support, supportOf } from './confidence';
import { asksNow, isFirstReply, newLines } from './dialogue';
import { newsOfIncident } from './incident-told';
import { nextStep } from './next-step';
import { noReply, replyOf } from './opinion';
import { pickPassages, type Sayable, SURE } from './pick-passages';

/** Intents of people who want to know something: once it is said, there is no procedure to begin. */
const WANTS_TO_KNOW =
  /^general\.|\.(?:fees-question|payment-method|returns-policy|delivery-options|delivery-coverage)$/u;
const GREETING = 'general.greeting-or-thanks';
/** Below this a greeting holds no matter. */
const A_MATTER = 0.3;

/** Facts to say. Later in a talk they must be sure, as relevance then counts what opened it too; where the account answers, only the best may add to it. */
const factsToSay = (request: ResolutionRequest, account: readonly string[]): Sayable[] => {
  if (writtenIn(request.language) !== 'en') return [];
  const picked = pickPassages(request).filter(({ relevance }) => relevance >= SURE || isFirstReply(request));
  return account.length === 0 ? picked : picked.filter(({ n, relevance }) => n === 1 && relevance >= SURE);
};

const stepPart = (request: ResolutionRequest, text: string, source: string): Part => {
  const at = request.passages.findIndex(
    ({ articleId, audience }) => articleId === source && audience === 'public',
  );
  return { text, needed: true, ...(at >= 0 ? { passage: at + 1 } : {}) };
};

/** Share of the words of a sentence about the account that the step holds too, at which the step says it. */
const SAME = 0.5;

/** An answer and what it stands on; no support where a rule chose the words. */
export interface Drafted {
  parts: Part[];
  support: Support | null;
}

const fixed = (text: string): Drafted => ({ parts: [{ text }], support: null });

/** Drafts from what the request holds, and nothing else: the incident that explains it, the account, public facts, the next step. No parts when there is nothing to say. */
export const draftAnswer = (request: ResolutionRequest): Drafted => {
  const wording = wordingFor(request.language);
  const { triage, utterances } = request;
  const closing = closingOf(utterances);
  if (closing !== null) return fixed(wording.closing[closing]);
  const greets = triage.intent.id === GREETING && isFirstReply(request);
  if (greets && substanceOf(newLines(request).join(' ')) < A_MATTER) return fixed(wording.greeting);

  const news = newsOfIncident(request);
  // Facts answer questions and begin a matter; who answers what was asked is led on to the next step.
  const telling = isFirstReply(request) || asksNow(request);
  const account = telling ? accountAnswer(request) : [];
  const picked = telling ? factsToSay(request, account) : [];
  const told: Part[] = [
    ...account.map((text): Part => ({ text })),
    ...picked.map(({ text, n }, at): Part => ({ text, passage: n, needed: at === 0 })),
  ];
  const known = WANTS_TO_KNOW.test(triage.intent.id) && (picked[0]?.relevance ?? 0) >= SURE;
  const step = known || news ? null : nextStep(request, told.map(({ text }) => text).join(' '));
  const repeated = (text: string): boolean => step !== null && saidShare(text, step.text) >= SAME;
  const body: Part[] = [
    ...told.filter(({ text, passage }) => passage !== undefined || !repeated(text)),
    ...(step ? [stepPart(request, step.text, step.step.source)] : []),
  ];
  const said = { picked, step, incident: news !== null, account };
  const parts =
    body.length === 0 && !news ? [] : [...acknowledgement(request), ...(news?.parts ?? []), ...body];
  return { parts, support: supportOf(request, said) };
};

export const answer = (request: ResolutionRequest): ResolutionOpinion => {
  const { parts, support } = draftAnswer(request);
  const confidence = support === null ? null : confidenceOf(support);
  return parts.length === 0 ? noReply(confidence) : replyOf(request, parts, confidence);
};

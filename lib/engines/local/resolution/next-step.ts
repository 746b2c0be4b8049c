import { saidShare, sharedWords } from '@/lib/assist/facts/said-share';
import { kindOf } from '@/lib/assist/facts/step-kind';
import type { ResolutionRequest } from '@/lib/assist/ports';
import { sentencesOf } from '@/lib/core/text';
import type { PlaybookStep } from '@/lib/domain/resolution';
import { wordingFor, writtenIn } from '../wording/for-language';
import { asOffer } from './as-offer';
import { newLines, wasHeard } from './dialogue';

/** A step and the words in which a reply takes it. */
export interface NextStep {
  step: PlaybookStep;
  text: string;
}

/** Wording that reports an action. Before the rep has taken it, that would be a false promise. */
const CLAIMS =
  /\b(?:i have|i['’]ve|we have|we['’]ve) (?!to\b|your\b|the\b)\p{L}+|\b(?:i am|i['’]m|we are) (?:sending|taking|ending|giving|crediting|refunding|moving|adding|cancelling)\b|\b(?:is|are) (?:now |all )?(?:set|changed|cancelled|updated|on (?:its|their) way|coming off|on account)\b|^(?:done|found it|understood)\b|\byour payment is in\b|\bhas (?:lost|been)\b|\bdoesn['’]t apply\b|\bthe test found\b|\bis finished\b/iu;
/** A step that is taken only when something holds. */
const CONDITION =
  /^(?:if|when|once|after|within|shipped|not shipped|above|on a no|overdue|in time|for more|no access|something entered|something)\b([^,:;]{0,160})/iu;
/** Words of its condition that customer or rep must have said. */
const SHOWN = 2;

/** Whether the condition a step begins with was spoken of. */
const isDue = ({ do: task }: PlaybookStep, { utterances }: ResolutionRequest): boolean => {
  const condition = CONDITION.exec(task);
  if (!condition) return true;
  return utterances.some(({ text }) => sharedWords(condition[1] ?? '', text) >= SHOWN);
};

/** Steps that give money away: whether and how much is decided before a customer hears of it. */
const MONEY: ReadonlySet<PlaybookStep['tool']> = new Set([
  'apply-credit',
  'refund-charge',
  'waive-trip-fee',
  'issue-coupon',
]);

const inSpanish = (step: PlaybookStep, { language }: ResolutionRequest): string[] => {
  const { offer, restart } = wordingFor(language);
  if (step.tool !== null) return [offer[step.tool]];
  const restarts = kindOf(step) === 'instruct' && /\bunplug the gateway and\b/iu.test(step.say ?? '');
  return restarts ? [restart] : [];
};

/** Wordings in which a step can be taken, the article's own first. */
const wordingsOf = (step: PlaybookStep, request: ResolutionRequest): string[] => {
  if (writtenIn(request.language) !== 'en') return inSpanish(step, request);
  const { say, tool } = step;
  const offer = tool === null ? [] : [wordingFor(request.language).offer[tool]];
  if (say === null) return offer;
  if (!CLAIMS.test(say)) return [say, ...offer];
  const offered = tool === null || MONEY.has(tool) ? null : asOffer(say);
  return offered === null ? offer : [offered, ...offer];
};

/** Share of a step's words in a later part of the same reply at which it says nothing new. */
const SAME = 0.6;

/** Numbers of bills, orders and visits: two sentences about one bill do not say the same. */
const NUMBERS = /\b(?:INV|ORD|VIS)-[\d-]{4,20}/gu;

/** A wording without the sentences that say what the reply says already; null when nothing is left. */
const withoutRepeats = (text: string, replied: string): string | null =>
  sentencesOf(text)
    .filter((sentence) => saidShare(sentence.replace(NUMBERS, ''), replied) < SAME)
    .join(' ') || null;

/** Whether what a wording comes down to was heard: its last sentence says what happens next. */
const isOld = (request: ResolutionRequest, text: string): boolean =>
  wasHeard(request, text) || wasHeard(request, sentencesOf(text).at(-1) ?? '');

const choose = (request: ResolutionRequest, replied: string, passedOver: string | null): NextStep | null => {
  const { steps } = request;
  const last = steps.findLastIndex(({ done }) => done !== null);
  let waiting = false;
  for (const step of steps.slice(last + 1)) {
    if (step.phase === 'de-escalate' || step.phase === 'document') continue;
    const acts = step.tool !== null;
    const due = isDue(step, request) && (!waiting || CONDITION.test(step.do));
    waiting ||= acts;
    if (!due || step.id === passedOver) continue;
    const unheard = wordingsOf(step, request).find((text) => !isOld(request, text));
    const text = unheard === undefined ? null : withoutRepeats(unheard, replied);
    if (text !== null) return { step, text };
    // An offer that was heard waits for the customer's word.
    if (acts) return null;
  }
  return null;
};

/** The step that stood before the rep's last reply and was left open by it: the rep went another way. Not when the customer speaks of it now. */
const leftOpen = (request: ResolutionRequest): string | null => {
  const at = request.utterances.findLastIndex(({ role }) => role === 'rep');
  const before = request.utterances.slice(0, Math.max(0, at));
  const step = before.length === 0 ? undefined : choose({ ...request, utterances: before }, '', null)?.step;
  if (!step) return null;
  const spokenOf = newLines(request).some((line) => sharedWords(`${step.do} ${step.say ?? ''}`, line) > 0);
  return spokenOf ? null : step.id;
};

/**
 * The next step worth saying: after the last one that was done, due by what was said, not heard before and, while there is
 * another, not passed over. Acknowledging
 * and recording are no steps of a reply, and what only explains an action waits until that action was taken. `replied` is what the reply
 * says already.
 */
export const nextStep = (request: ResolutionRequest, replied: string): NextStep | null => {
  const passedOver = leftOpen(request);
  const other = choose(request, replied, passedOver);
  if (other || passedOver === null) return other;
  // A question that was left open may be asked again when there is nothing else; an offer may not.
  const again = choose(request, replied, null);
  return again?.step.tool === null ? again : null;
};

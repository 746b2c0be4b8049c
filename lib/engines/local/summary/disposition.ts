import type { WrapUpRequest } from '@/lib/assist/ports';
import { AppError } from '@/lib/core/errors';
import { sentencesOf } from '@/lib/core/text';
import { type Category, categoryOf, type IntentId } from '@/lib/domain/intent';
import type { Disposition } from '@/lib/domain/wrap-up';
import { ANSWERED, DONE, EVIDENCE, USUAL } from './disposition-evidence';
import { isGlad, outcomeOf } from './outcome-cues';

/** First levels that stand for a category, best first; organisations name them differently. */
const FIRST_LEVEL: Readonly<Record<Category, readonly string[]>> = {
  billing: ['billing', 'payments'],
  technical: ['technical', 'tech', 'support'],
  account: ['account', 'accounts'],
  shipping: ['orders', 'shipping', 'delivery'],
  returns: ['returns', 'orders'],
  general: ['general', 'other'],
};

/** Second levels for when nothing in particular happened, best first. */
const EXPLAINED = ['explained', 'info-given', 'answered'];
const UNANSWERED = ['no-answer', 'abandoned', 'unresolved'];
const RESOLVED = ['resolved', 'fixed-remotely', 'fixed'];

/** How much the usual end of an intent counts once a rep says that something is done; one plain mention of another counts 1. */
const USUAL_SHARE = 0.8;

const firstOf = (names: readonly string[], allowed: readonly string[]): string | undefined =>
  names.find((name) => allowed.includes(name));

/** A customer says that something is done among their last messages; further back it was another thing. */
const LAST_SAID = 3;
/** A rep who talks to nobody. */
const LOST =
  /\b(?:(?:i['’]ve|i have|think i) lost you|are you (?:still )?there|haven['’]t heard (?:back|from you)|leaving this here|text us (?:any ?time|when))/iu;
/** Of a rep's letter no more than this is read, in UTF-16 units. */
const READ = 4000;
const CONDITIONAL = /^(?:if|unless|once|otherwise|should you|when|si|cuando)\b/iu;
const DENIED =
  /\b(?:no|not|without|never|isn['’]t|wasn['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t|won['’]t|haven['’]t|hasn['’]t) (?:\S{1,14} ){0,3}\S{1,20}/giu;

/** The sentences of a message that say what is, without conditions, questions and what they deny. */
const affirmed = (text: string): string[] =>
  sentencesOf(text.slice(0, READ))
    .filter((sentence) => !CONDITIONAL.test(sentence) && !(sentence.endsWith('?') && sentence.length < 60))
    .map((sentence) => sentence.replace(DENIED, ' '));

/** The category's own first level; else one that has a second level for what happened; else the first there is. */
const firstLevelFor = (category: Category, dispositions: WrapUpRequest['dispositions']): string | undefined =>
  firstOf(FIRST_LEVEL[category], Object.keys(dispositions)) ??
  firstOf(FIRST_LEVEL.general, Object.keys(dispositions)) ??
  Object.keys(dispositions)[0];

/** Reps wrote and the customer never came back: a question left open, or message after message from one side. */
const leftUnanswered = (utterances: WrapUpRequest['utterances']): boolean => {
  const [before, last] = utterances.slice(-2);
  const customer = utterances.findLast(({ role }) => role === 'customer');
  if (last?.role !== 'rep' || !customer || isGlad(customer.text) || outcomeOf(customer.text) === 'worked')
    return false;
  return last.text.trimEnd().endsWith('?') || LOST.test(last.text) || before?.role === 'rep';
};

/** The second level the words of the reps speak for; silence and escalation come first. */
const secondLevelFor = (
  { utterances, escalated }: WrapUpRequest,
  intent: IntentId | null,
  allowed: readonly string[],
): string | undefined => {
  const escalation = escalated ? firstOf(['escalated'], allowed) : undefined;
  const silent = leftUnanswered(utterances) ? firstOf(UNANSWERED, allowed) : undefined;
  if (escalation ?? silent) return escalation ?? silent;
  const reps = utterances.filter(({ role }) => role === 'rep');
  const told = reps.map(({ text }) => affirmed(text));
  const mentions = (said: RegExp): number =>
    told.reduce(
      (sum, sentences, at) => sum + (sentences.some((text) => said.test(text)) ? (1 + at) / reps.length : 0),
      0,
    );
  const weights = new Map(EVIDENCE.map(({ second, said }) => [second, mentions(said)]));
  const usual = intent === null ? undefined : USUAL[intent];
  const customers = utterances.filter(({ role }) => role === 'customer');
  const worked = utterances.some(({ role, text }) => role === 'customer' && outcomeOf(text) === 'worked');
  const done =
    worked ||
    told.flat().some((text) => DONE.test(text)) ||
    customers.slice(-LAST_SAID).some(({ text }) => DONE.test(text));
  if (usual !== undefined && (done || (weights.get(usual) ?? 0) > 0))
    weights.set(usual, (weights.get(usual) ?? 0) + USUAL_SHARE);
  const [best] = [...weights]
    .filter(([second, weight]) => weight > 0 && allowed.includes(second))
    .sort((a, b) => b[1] - a[1]);
  if (best) return best[0];
  const answered = intent === null ? undefined : ANSWERED[intent];
  return (
    (worked ? firstOf(RESOLVED, allowed) : undefined) ??
    firstOf([...(answered === undefined ? [] : [answered]), ...EXPLAINED], allowed)
  );
};

/** The disposition of a contact, always one of those that are allowed. Throws `invalid` when none is. */
export const dispositionOf = (request: WrapUpRequest, intent: IntentId | null): Disposition => {
  const first = firstLevelFor(intent === null ? 'general' : categoryOf(intent), request.dispositions);
  const allowed = first === undefined ? [] : (request.dispositions[first] ?? []);
  const second = secondLevelFor(request, intent, allowed) ?? allowed[0];
  if (first === undefined || second === undefined)
    throw new AppError('invalid', 'there are no dispositions to choose from');
  return [first, second];
};

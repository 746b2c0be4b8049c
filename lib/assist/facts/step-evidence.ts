import { sentencesOf } from '../../core/text';
import type { Utterance } from '../../domain/conversation';
import type { PlaybookStep } from '../../domain/resolution';
import {
  actionOf,
  actionsIn,
  sameThing,
  withIncluded,
  withoutThings,
  withoutWholes,
  wordsIn,
} from './actions';
import { type Clause, isStated, type Message } from './read-clauses';
import { saidShare, sharedWords } from './said-share';
import { ACKNOWLEDGES, isOrder, kindOf, type StepKind } from './step-kind';

/** What using a tool is called when it was used. */
const TOOL_ACTIONS: Readonly<Record<NonNullable<PlaybookStep['tool']>, readonly string[]>> = {
  'apply-credit': ['credit'],
  'refund-charge': ['refund', 'credit'],
  'reship-order': ['send', 'replace'],
  'start-return': ['send', 'open'],
  'resend-confirmation': ['send'],
  'update-contact': ['update', 'change'],
  'change-plan': ['change', 'update'],
  'run-line-test': ['test'],
  'restart-service': ['restart'],
  'book-visit': ['book'],
  'move-visit': ['move', 'change', 'book'],
  'cancel-visit': ['cancel'],
  'waive-trip-fee': ['credit'],
  'issue-coupon': ['send'],
  'cancel-service': ['cancel'],
};

/** A sentence of a rep that reports something as done or being done right now. */
const REPORTS =
  /^(?:and |so )?(?:just |all )?(?:done|booked|sent|moved|cancell?ed|refunded|credited|updated|changed|emailed|mailed)\b|\b(?:i|we)(?:['’]ve| have)\b|\b(?:has|have) (?:been|come|gone|arrived|posted)\b|\b(?:i(?:['’]m| am)|we(?:['’]re| are))(?: now| just)? \p{L}+ing\b|\b(?:is|['’]s)(?: now| all)? (?:running|done|off|booked|set|gone|in|ended|cancell?ed|updated|moved|changed|refunded|credited|waived|on (?:its|their|the) way)\b|\b(?:i|we)(?: just)? (?:sent|ran|booked|moved|cancell?ed|changed|updated|added|took|removed|refunded|credited|waived|restarted|switched|put)\b|\b(?:starts|goes out|ships) (?:today|now|within)\b|\bhe \p{L}+(?:ado|ido)\b|\b(?:ya|acabo de) /iu;
/** Words that make an action of a customer one that was done, whatever its form. */
const DID = /\b(?:did|done|tried|been|went through|back in|turned|switched|flipped|ya|he|hemos|acabo de)\b/iu;
const PAST = /(?:ed|é|amos|imos)$|^(?:ran|sent|held|reset|put|swapped|wrote)$/u;
/** What a device does by itself is nothing that a customer tried. */
const BY_ITSELF =
  /\b(?:by itself|on its own|itself|por s[ií] sol[oa])\b|^(?:and |but |then )?(?:it|the \p{L}+|they|someone|somebody)(?: just| then| also)? \p{L}+ed\b/iu;
const RECORDED =
  /\b(?:noted|recorded|written (?:it |this |that |everything )?down|added (?:a|this to the) note|logged|in the file|in your (?:file|notes)|anotado|registrado)\b/iu;
const REFUSES =
  /\b(?:can['’]?t|cannot|couldn['’]?t|won['’]?t|not (?:now|yet|going to|at home|home)|later|no way|rather not|don['’]?t (?:want|have time)|tomorrow|when i get|no puedo|m[aá]s tarde|ahora no)\b/iu;
const CONFIRMS =
  /^(?:(?:ok(?:ay)?|yes|yeah|yep|yup|sure|right|s[ií]|claro)[\s,.!]+)*(?:(?:i )?(?:already |just )?(?:did|done|tried)(?: (?:that|it|this|both|them|all))?|(?:all )?done|did(?: that| it)?|ya (?:lo hice|est[aá]|lo prob[eé])|listo|hecho)\b/iu;
/** Looking into something is begun by saying so, unless it is put off. */
const PUT_OFF = /\b(?:later|tomorrow|tonight|afterwards|will|m[aá]s tarde|ma[nñ]ana)\b|['’]ll\b/iu;
const YES = /^(?:yes|yeah|yep|yup|s[ií]|of course|sure|twice|several times|many times|already)\b/iu;
const HAVE_YOU = /\b(?:have you|did you|has (?:the|it)|ya (?:lo )?(?:reinici|prob|desconect)\p{L}+)\b/iu;
const COLOR =
  /\b(?:white|amber|orange|yellow|red|green|blue|blanc[ao]|[aá]mbar|naranja|roj[ao]|verde|azul)\b/iu;
const ASKS_COLOR = /\bcolou?r\b/iu;

const QUESTION_SHARE = 0.45;
const TOLD_SHARE = 0.5;
const ANSWER_SHARE = 0.5;
/** Actions of a procedure of which this share was asked for or done. */
const PROCEDURE_SHARE = 0.5;

const NOTHING_TO_SHOW: ReadonlySet<string> = new Set(['check', 'note']);

/** What a step is judged by. */
interface Wanted {
  kind: StepKind;
  wording: string;
  /** Wording and task together: what it is about. */
  about: string;
  actions: ReadonlySet<string>;
  /** What the wording asks. */
  questions: readonly string[];
}

export const wantedOf = (step: PlaybookStep): Wanted => {
  const wording = step.say ?? step.do;
  const named = [...actionsIn(`${wording} ${step.do}`)].filter((action) => !NOTHING_TO_SHOW.has(action));
  const actions = new Set(step.tool === null ? named : TOOL_ACTIONS[step.tool]);
  const questions = sentencesOf(wording).filter((sentence) => sentence.endsWith('?'));
  return { kind: kindOf(step), wording, about: `${wording} ${step.do}`, actions, questions };
};

const covers = (wanted: ReadonlySet<string>, found: ReadonlySet<string>): boolean => {
  const parts = withoutWholes(wanted);
  const included = withIncluded(found);
  const hit = [...parts].filter((action) => included.has(action)).length;
  return hit > 0 && hit >= PROCEDURE_SHARE * parts.size;
};

const actionsOf = (clauses: readonly Clause[]): Set<string> =>
  new Set(clauses.flatMap(({ text }) => [...actionsIn(text)]));

const texts = (clauses: readonly Clause[]): string => clauses.map(({ text }) => text).join(' ');

/** Directions of a rep: orders and requests to the customer, not questions of what they did before. */
const ordersIn = ({ clauses }: Message): Clause[] =>
  clauses.filter(
    (clause) =>
      !clause.negated &&
      isOrder(clause.text) &&
      !HAVE_YOU.test(clause.text) &&
      !/^(?:if|once|when)\b/iu.test(clause.text),
  );

const conditionalOrders = ({ sentences }: Message): boolean =>
  sentences.some((sentence) => /^(?:if|once|when|unless|in case)\b/iu.test(sentence));

const reportsOf = ({ clauses }: Message): Clause[] =>
  clauses.filter(
    (clause) =>
      !clause.asks && !clause.negated && !clause.supposed && !clause.later && REPORTS.test(clause.text),
  );

/** Whether a rep's message does the step. */
export const shownByRep = (
  { kind, wording, about, actions, questions }: Wanted,
  message: Message,
): boolean => {
  const { text: said, sentences, clauses } = message;
  switch (kind) {
    case 'acknowledge':
      return ACKNOWLEDGES.test(said);
    case 'record':
      return clauses.some((clause) => RECORDED.test(clause.text) && isStated(clause));
    case 'act': {
      const reports = reportsOf(message).filter(({ text }) => sameThing(text, about));
      return (
        [...withIncluded(actionsOf(reports))].some((action) => actions.has(action)) &&
        sharedWords(about, said) >= 1
      );
    }
    case 'instruct': {
      const orders = ordersIn(message).filter(({ text }) => sameThing(text, about));
      if (orders.length === 0 || (conditionalOrders(message) && sentences.length === 1)) return false;
      return actions.size === 0
        ? saidShare(wording, texts(orders)) >= TOLD_SHARE
        : covers(actions, actionsOf(orders));
    }
    case 'ask':
      return sentences.some(
        (sentence) =>
          sentence.includes('?') &&
          questions.some(
            (question) =>
              saidShare(question, sentence) >= QUESTION_SHARE ||
              (ASKS_COLOR.test(question) && ASKS_COLOR.test(sentence)),
          ),
      );
    case 'look':
    case 'tell': {
      const stated = clauses.filter(
        (clause) =>
          !clause.asks && (kind === 'tell' ? !clause.later : !clause.negated && !PUT_OFF.test(clause.text)),
      );
      return saidShare(wording, texts(stated)) >= TOLD_SHARE && sharedWords(wording, texts(stated)) >= 2;
    }
  }
};

const reportsDoing = (text: string): boolean =>
  !BY_ITSELF.test(text) &&
  (DID.test(text) || wordsIn(text).some((word) => PAST.test(word) && actionOf(word) !== null));

/** Whether a customer's message says that the step was done, or answers what it asks; `before` is what the rep had said last. */
export const shownByCustomer = (
  { kind, about, actions, questions }: Wanted,
  { text: said, clauses }: Message,
  before: string | null,
): boolean => {
  if (kind !== 'ask' && kind !== 'instruct') return false;
  const stated = clauses.filter(isStated);
  // What happens `when` they do something is an answer, though nothing was done.
  const told = clauses.filter(({ asks, negated, later }) => !asks && !negated && !later);
  if (kind === 'ask')
    return questions.some(
      (question) =>
        (ASKS_COLOR.test(question) &&
          stated.some(({ text }) => COLOR.test(text) && sameThing(text, about))) ||
        told.some(
          ({ text }) =>
            sharedWords(withoutThings(question), text) >= 2 &&
            saidShare(withoutThings(question), text) >= ANSWER_SHARE,
        ),
    );
  const did = stated.filter(({ text }) => reportsDoing(text) && sameThing(text, about));
  if (covers(actions, actionsOf(did))) return true;
  const asked = before !== null && HAVE_YOU.test(before) && covers(actions, actionsIn(before));
  return asked && (CONFIRMS.test(said.trim()) || YES.test(said.trim()));
};

/** Whether the customer, told to do it, said that they would not or not now. */
export const refusedBy = (answer: Utterance | undefined): boolean =>
  answer !== undefined && REFUSES.test(answer.text) && !CONFIRMS.test(answer.text.trim());

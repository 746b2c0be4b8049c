import { firstWords } from '../../../core/text';
import type { Resolution } from '../../../domain/resolution';
import type { MissingField } from '../../../domain/triage';
import { asksSomething } from '../../facts/closing';
import type { ResolutionRequest } from '../../ports';

import { unknownFields } from './goal';

export type Missing = Extract<Resolution, { outcome: 'abstain' }>['missing'];

const QUOTED_WORDS = 14;

const quoted = (text: string): string => `“${firstWords(text.replace(/\s+/gu, ' '), QUOTED_WORDS)}”`;

const fieldName = ({ field }: MissingField): string => field.replaceAll('_', ' ');

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/**
 * What would be needed to answer, named so that someone can supply it: the field to ask for, the article to write or translate, or the
 * decision and who may take it. From `relevance` on an
 * article counts as being about the question, from `intent` on an intent as known; `exhausted` says that the
 * articles fit and hold nothing new.
 */
export const missingFor = (
  { triage, passages, utterances, language, facts, steps }: ResolutionRequest,
  { relevance: threshold, intent: sure }: { relevance: number; intent: number },
  exhausted: boolean,
): Missing => {
  const about = quoted(triage.intent.title.toLowerCase());
  const said = utterances.filter(({ role }) => role === 'customer').map(({ text }) => text);
  const question = quoted(said.slice(-3).findLast(asksSomething) ?? said.at(-1) ?? '');
  const close = passages.filter(({ relevance }) => relevance >= threshold);
  const [best, second] = close;
  const sayable = close.filter(({ audience }) => audience === 'public');
  if (best && sayable.length === 0)
    return {
      kind: 'decision',
      what: `only guidance for reps covers ${question} (${quoted(best.title)}): decide by it yourself, and ask an escalation lead for what it does not let you give`,
    };
  const unsure = triage.intent.confidence < sure;
  if (!best && unsure)
    return {
      kind: 'field',
      what: `what this is about is not clear: ${about} is only ${percent(triage.intent.confidence)} likely. To ask: what the customer needs, in their own words`,
    };
  const [field] = unknownFields({ triage, facts });
  if (!best && field)
    return {
      kind: 'field',
      what: `${fieldName(field)}, and no article answers ${question} without it. To ask: “${field.ask}”`,
    };
  const [nearest] = passages;
  if (!best)
    return {
      kind: 'knowledge',
      what: `there is no article on ${about} for it. ${nearest ? `The nearest is ${quoted(nearest.title)}, ${percent(nearest.relevance)} relevant` : 'None is near it'}`,
    };
  if (language.startsWith('es'))
    return {
      kind: 'knowledge',
      what: `${quoted(best.title)} answers this, in English only: there is no article in Spanish on ${about}`,
    };
  if (exhausted) {
    const next = steps.find(({ done }) => done === null);
    if (field) return { kind: 'field', what: `${fieldName(field)}. To ask: “${field.ask}”` };
    return {
      kind: 'decision',
      what: next
        ? `there is nothing to say before the next step is done: “${next.do}”`
        : `what ${quoted(best.title)} has to say was said or done: how to go on is yours to decide, and an escalation lead can be asked`,
    };
  }
  return {
    kind: 'decision',
    what: second
      ? `whether ${quoted(best.title)} or ${quoted(second.title)} answers ${question}: yours to decide, neither is sure enough to be suggested`
      : `whether ${quoted(best.title)} answers ${question}: yours to decide, it is not sure enough to be suggested`,
  };
};

import { saidShare } from '@/lib/assist/facts/said-share';
import { suits } from '@/lib/assist/facts/suits';
import type { ResolutionRequest } from '@/lib/assist/ports';
import { sentencesOf } from '@/lib/core/text';
import type { Passage } from '@/lib/domain/knowledge';
import { substantialWords } from '../intent/substance';
import { wasHeard } from './dialogue';
import { saidToCustomer } from './said-to-customer';

/** A passage as it would be said, with its 1-based number in the request. */
export interface Sayable {
  n: number;
  text: string;
  relevance: number;
}

/** Below this a passage is about something else. */
export const RELEVANT = 0.35;
/** From here a passage answers a question rather than being near it. */
export const SURE = 0.6;
/** A second passage must come this close to the first. */
const CLOSE = 0.6;
const AT_MOST = 2;
/** Share of words two sentences have in common at which the second adds nothing. */
const SAME = 0.6;
/** Share of a sentence of a step in a fact at which the fact explains that step. */
const BEHIND = 0.55;
/** Numbers of bills, orders and visits: in an article they are somebody else's. */
const NUMBERED = /\b(?:inv|ord|vis)-\d/iu;

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length / Math.max(1, Math.min(a.size, b.size));

/** Whether a fact explains how to do what the conversation shows done. */
const isBehindUs = ({ steps }: Pick<ResolutionRequest, 'steps'>, text: string): boolean =>
  steps.some(
    ({ done, say }) =>
      done !== null && sentencesOf(say ?? '').some((sentence) => saidShare(sentence, text) >= BEHIND),
  );

/** Old, and a fresher article says otherwise: the rep sees both, the customer is not told the old figure. */
const isOverruled = ({ stale, ageDays, conflicts }: Passage): boolean =>
  stale && (conflicts ?? []).some((other) => other.ageDays < ageDays);

/** The public passages a reply may say, best first: none repeats another, what the customer has heard, or what was done. */
export const pickPassages = (
  request: Pick<ResolutionRequest, 'passages' | 'utterances' | 'steps' | 'triage'>,
): Sayable[] => {
  const { category } = request.triage.intent;
  const sayable = request.passages.flatMap((passage, at): Sayable[] => {
    const { audience, text, relevance } = passage;
    const fits =
      audience === 'public' && relevance >= RELEVANT && suits(passage, category) && !isOverruled(passage);
    const said = fits && !NUMBERED.test(text) ? saidToCustomer(text) : null;
    const old = said === null || wasHeard(request, said) || isBehindUs(request, said);
    return old ? [] : [{ n: at + 1, text: said, relevance }];
  });
  const best = sayable[0];
  if (!best) return [];
  const picked = [best];
  for (const next of sayable.slice(1)) {
    const words = substantialWords(next.text);
    const repeats = picked.some(({ text }) => overlap(words, substantialWords(text)) >= SAME);
    const adds = next.relevance >= SURE && next.relevance >= CLOSE * best.relevance && !repeats;
    if (picked.length < AT_MOST && adds) picked.push(next);
  }
  return picked;
};

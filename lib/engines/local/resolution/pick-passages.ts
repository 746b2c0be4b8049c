import type { ResolutionRequest } from '@/lib/assist/ports';
import { substantialWords } from '../intent/substance';
import { saidToCustomer } from './said-to-customer';

/** A passage as it would be said, with its 1-based number in the request. */
export interface Sayable {
  n: number;
  text: string;
  relevance: number;
}

/** Below this a passage is about something else. */
export const RELEVANT = 0.35;
/** A second passage must come this close to the first. */
const CLOSE = 0.6;
const AT_MOST = 2;
/** Share of words two sentences have in common at which the second adds nothing. */
const SAME = 0.6;

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length / Math.max(1, Math.min(a.size, b.size));

/** The public passages a reply may say, best first, none repeating another. */
export const pickPassages = ({ passages }: Pick<ResolutionRequest, 'passages'>): Sayable[] => {
  const sayable = passages.flatMap(({ audience, text, relevance }, at): Sayable[] => {
    const said = audience === 'public' && relevance >= RELEVANT ? saidToCustomer(text) : null;
    return said === null ? [] : [{ n: at + 1, text: said, relevance }];
  });
  const best = sayable[0];
  if (!best) return [];
  const picked = [best];
  for (const next of sayable.slice(1)) {
    const words = substantialWords(next.text);
    const repeats = picked.some(({ text }) => overlap(words, substantialWords(text)) >= SAME);
    if (picked.length < AT_MOST && next.relevance >= CLOSE * best.relevance && !repeats) picked.push(next);
  }
  return picked;
};

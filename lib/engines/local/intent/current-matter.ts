import { categoryOf } from '@/lib/domain/intent';
import { rankLabels } from '@/lib/ml/text-classifier';
import type { Statement } from './statements';

/** A statement with the reading of it alone: one probability per label. */
export interface ReadStatement extends Statement {
  p: Float64Array;
}

/** How clear a statement that says it turns to something else must be about what that is. */
const CLEAR_WHEN_TURNING = 0.1;
/** The same for one that just speaks of something else. Remarks on what was said are often clear by accident. */
const CLEAR = 0.95;
/** Two statements in a row have moved on too when they give another category this share on average, */
const CLEAR_TOGETHER = 0.75;
/** and are clear enough together about one intent of it. */
const LIKELY_TOGETHER = 0.4;
/** What the current matter may still give an intent for it to count as another one. */
const ALREADY = 0.3;
const TELLING = 0.75;
/** After a greeting or an outburst the first statement that is likely about something names the matter. */
const NAMED = 0.4;
/** Nobody moves on to thanking, or to being upset. */
const NO_MATTER: ReadonlySet<string> = new Set([
  'general.greeting-or-thanks',
  'general.feedback-or-praise',
  'general.complaint',
  'general.talk-to-person',
]);

const shareOf = (labels: readonly string[], p: Float64Array, category: string): number =>
  labels.reduce((sum, label, k) => sum + (categoryOf(label) === category ? (p[k] ?? 0) : 0), 0);

const likeliestCategory = (labels: readonly string[], p: Float64Array): string =>
  [...new Set(labels.map(categoryOf))].reduce((best, next) =>
    shareOf(labels, p, next) > shareOf(labels, p, best) ? next : best,
  );

const average = (readings: readonly Float64Array[]): Float64Array =>
  Float64Array.from(
    readings[0] ?? [],
    (_, k) => readings.reduce((sum, p) => sum + (p[k] ?? 0), 0) / readings.length,
  );

/**
 * Where the current matter begins among the statements. Customers keep to a matter through answers, details and thanks; they leave it
 * by saying so, by a clear statement of another one that nobody asked for, or by speaking of another category twice running.
 */
export const beginningOfMatter = (
  labels: readonly string[],
  statements: readonly ReadStatement[],
): number => {
  let start = 0;
  statements.forEach(({ p, answer, turning, substance }, at) => {
    const before = statements[start];
    if (at === 0 || !before || substance < TELLING) return;
    const matter = before.p;
    const [best] = rankLabels(labels, p);
    if (!best || NO_MATTER.has(best.label)) return;
    const [stated] = rankLabels(labels, matter);
    if (stated && NO_MATTER.has(stated.label) && best.confidence >= NAMED) {
      start = at;
      return;
    }
    const isOther = (matter[labels.indexOf(best.label)] ?? 0) < ALREADY;
    const clear = turning ? CLEAR_WHEN_TURNING : CLEAR;
    if (isOther && !answer && best.confidence >= clear) {
      start = at;
      return;
    }
    const previous = statements[at - 1];
    if (!previous || at - 1 <= start || (previous.answer && answer)) return;
    const both = average([previous.p, p]);
    const category = likeliestCategory(labels, both);
    const [likely] = rankLabels(labels, both);
    if (
      category !== 'general' &&
      likely &&
      likely.confidence >= LIKELY_TOGETHER &&
      category !== likeliestCategory(labels, matter) &&
      shareOf(labels, both, category) >= CLEAR_TOGETHER
    )
      start = at - 1;
  });
  return start;
};

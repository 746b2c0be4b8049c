import { memoByText } from '@/lib/core/memo';
import { findAmounts } from '@/lib/detectors/quantities/amounts';
import { findDurations } from '@/lib/detectors/quantities/durations';
import { findPercentages } from '@/lib/detectors/quantities/percentages';
import { longest, type Quantity } from '@/lib/detectors/quantities/quantity';
import type { KnowledgeIndex } from './build-index';
import type { Chunk } from './chunk';
import { documentsWith } from './postings';
import { termsOf } from './terms';

/**
 * A figure with what it is a figure of, without the terms that are said of any figure. An amount belongs to its own clause; a duration
 * to the whole sentence, because `… and comes 10 days later` does not say again what comes.
 */
interface Claim {
  /** What a thing costs once is no rival of what it costs each month. */
  kind: Quantity['kind'] | 'amount at intervals';
  keys: readonly string[];
  subject: ReadonlySet<string>;
}

/** Clauses of a sentence: what is said after `and` or a comma is a statement of its own. */
const CLAUSE = /[,;:]| (?:and|but|so|or|then|while|plus) /i;

/** Words said of any figure, or of where it stands. */
const OF_ANY_FIGURE = new Set(
  termsOf(
    'cost price rate amount pay paid take add added day month year hour minute week business each per total free list page review previous last current standard dollar least most above below over under',
  ),
);

/** Two figures are of the same thing when they share this much of the shorter subject and of both together, and at least so many terms. */
const OF_SHORTER = 0.8;
const OF_BOTH = 0.4;
const LEAST_SHARED = 2;
const INTERVAL = /^ ?(?:(?:a|per|each|every) (?:month|year|week|day|line)\b|monthly\b|yearly\b|\/ ?mo)/i;

const subjectOf = (clause: string, figures: readonly Quantity[], start: number): Set<string> => {
  let words = clause;
  for (const { start: from, end } of figures)
    if (from >= start && end <= start + clause.length)
      words = words.slice(0, from - start) + ' '.repeat(end - from) + words.slice(end - start);
  return new Set(termsOf(words).filter((term) => !OF_ANY_FIGURE.has(term)));
};

const kindOf = (text: string, { kind, end }: Quantity): Claim['kind'] =>
  kind === 'amount' && INTERVAL.test(text.slice(end, end + 20)) ? 'amount at intervals' : kind;

const claimsOf = memoByText(5_000, (text: string): Claim[] => {
  const figures = longest([...findAmounts(text), ...findDurations(text), ...findPercentages(text)]);
  if (figures.length === 0) return [];
  const whole = subjectOf(text, figures, 0);
  const claims: Claim[] = [];
  let start = 0;
  for (const clause of text.split(CLAUSE)) {
    // The separator is looked up rather than counted: it may be one character or a word.
    const at = text.indexOf(clause, start);
    const own = figures.filter(({ start: from, end }) => from >= at && end <= at + clause.length);
    const subject = subjectOf(clause, figures, at);
    // Of two amounts in one clause, `$20 in place of $120`, nobody can tell which is whose.
    const clear = own.filter(
      ({ kind }) => kind === 'duration' || own.filter((one) => one.kind === kind).length === 1,
    );
    for (const figure of clear)
      claims.push({
        kind: kindOf(text, figure),
        keys: figure.keys,
        subject: figure.kind === 'duration' ? whole : subject,
      });
    start = at + clause.length;
  }
  return claims;
});

const sameSubject = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  return (
    shared >= LEAST_SHARED &&
    shared >= OF_SHORTER * Math.min(a.size, b.size) &&
    shared >= OF_BOTH * (a.size + b.size - shared)
  );
};

const shareKey = (ours: readonly Claim[], theirs: readonly Claim[]): boolean =>
  ours.some(({ keys }) => theirs.some((claim) => claim.keys.some((key) => keys.includes(key))));

/** Whether two facts give different figures for the same thing. Where both have a figure of a kind in common, they agree in that kind. */
export const contradict = (one: string, other: string): boolean => {
  const ours = claimsOf(one);
  const theirs = claimsOf(other);
  return ours.some(({ kind, subject }) => {
    const rivals = theirs.filter((claim) => claim.kind === kind && sameSubject(subject, claim.subject));
    return (
      rivals.length > 0 &&
      !shareKey(
        ours.filter((claim) => claim.kind === kind),
        theirs.filter((claim) => claim.kind === kind),
      )
    );
  });
};

/** A term in more chunks than this says little of what a fact is about, and would make every search long. */
const COMMON = 400;
const COMPARED = 40;
const SHOWN = 3;

/** Facts of other articles that contradict one, found by the terms of its claims. */
export const conflictsWith = (index: KnowledgeIndex, chunk: Chunk): Chunk[] => {
  const terms = new Set(claimsOf(chunk.text).flatMap(({ subject }) => [...subject]));
  const shared = new Map<number, number>();
  for (const term of terms) {
    const id = index.vocabulary.ids.get(term);
    if (id === undefined || documentsWith(index.byChunk, id) > COMMON) continue;
    const end = index.byChunk.starts[id + 1] ?? 0;
    for (let at = index.byChunk.starts[id] ?? 0; at < end; at++) {
      const other = index.byChunk.docs[at] ?? 0;
      shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  return [...shared]
    .filter(([, count]) => count >= LEAST_SHARED)
    .sort(([, a], [, b]) => b - a)
    .slice(0, COMPARED)
    .flatMap(([at]) => index.chunks[at] ?? [])
    .filter((other) => other.kind === 'fact' && other.articleId !== chunk.articleId)
    .filter((other) => contradict(chunk.text, other.text))
    .slice(0, SHOWN);
};

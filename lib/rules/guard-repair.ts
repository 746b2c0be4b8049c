import type { Finding } from '@/lib/domain/guard';
import { sentencesIn, tieOf } from './guard-sentences';

interface Span {
  start: number;
  end: number;
}

const ADDED_SENTENCE = /[.!?]\s$/;
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * Findings to repair that have no wording of their own are widened to the sentence they stand in, to be left out.
 * A finding inside a sentence that is left out anyway needs no repair of its own.
 */
export const widenToSentences = (text: string, findings: readonly Finding[]): Finding[] => {
  const wordless = findings.filter(({ severity, repair }) => severity === 'repair' && repair === null);
  if (wordless.length === 0) return [...findings];
  const sentences = sentencesIn(text);
  return findings.map((finding) => {
    if (!wordless.includes(finding)) return finding;
    const touched = sentences.filter((sentence) => overlaps(sentence, finding));
    const start = touched[0]?.start ?? finding.start;
    const end = touched.at(-1)?.end ?? finding.end;
    return { ...finding, start, end, text: text.slice(start, end), repair: '' };
  });
};

/** Whether a place of the text is not in a sentence that is left out. */
export const staysIn =
  (findings: readonly Finding[]) =>
  (start: number): boolean =>
    !findings.some(
      ({ severity, repair, ...span }) =>
        severity === 'repair' && repair === '' && span.start <= start && start < span.end,
    );

/** The text with every repair made. Of repairs that overlap the widest is made; one that adds something moves out of what is left out. */
export const applyRepairs = (text: string, findings: readonly Finding[]): string => {
  const made: { start: number; end: number; repair: string }[] = [];
  const repairs = findings.flatMap(({ severity, start, end, repair }) =>
    severity === 'repair' && repair !== null ? [{ start, end, repair }] : [],
  );
  for (const next of repairs.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const covering = made.find((other) => overlaps(other, next));
    if (covering === undefined) made.push(next);
    else if (next.start === next.end && next.repair !== '')
      made.push({ ...next, start: covering.end, end: covering.end });
  }
  let out = '';
  let at = 0;
  const ordered = made.sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [i, { start, end, repair }] of ordered.entries()) {
    out += text.slice(at, start);
    // What is added brings its own space, which may already be there where the sentence before it was left out.
    out += start === end && /\s$/.test(out) ? repair.trimStart() : repair;
    at = end;
    const followed = ordered[i + 1]?.start ?? text.length;
    const tie = repair === '' ? tieOf(text.slice(at, followed)).length : 0;
    at += tie;
    // What follows an added sentence begins one, even where it followed a greeting and a comma; so does what is no longer tied.
    if (at < followed && (tie > 0 || (start === end && ADDED_SENTENCE.test(repair))))
      out += text.charAt(at++).toUpperCase();
  }
  return (out + text.slice(at)).trim();
};

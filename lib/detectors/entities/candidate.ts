import type { EntityType } from '@/lib/domain/triage';

/** Something a family of detectors thinks it saw; offsets are UTF-16. */
export interface Candidate {
  type: EntityType;
  start: number;
  end: number;
}

/** All matches of a global expression, or of its named group `value`, as candidates; `accept` may refuse one. */
export const candidates = (
  type: EntityType,
  text: string,
  pattern: RegExp,
  accept: (value: string, start: number) => boolean = () => true,
): Candidate[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const value = match.groups?.value ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    return accept(value, start) ? [{ type, start, end: start + value.length }] : [];
  });

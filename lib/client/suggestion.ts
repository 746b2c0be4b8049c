import type { Cue } from '../domain/cue';
import type { GuardVerdict } from '../domain/guard';
import type { Resolution } from '../domain/resolution';
import { cueOf } from './patch-cues';

/** What may be offered to send: the guarded wording; null when it was blocked or there is none. */
export const offeredText = (resolution: Resolution, guard: GuardVerdict | null): string | null => {
  if (resolution.outcome === 'abstain') return null;
  return guard === null ? resolution.reply : guard.text;
};

/** Whether an internal-only source stands behind a reply, which the rep must know before it goes out. */
export const citesInternal = (resolution: Resolution): boolean =>
  resolution.outcome !== 'abstain' &&
  resolution.citations.some((source) => source.of === 'article' && source.audience === 'internal');

export interface Suggestion {
  cueId: string;
  text: string;
  internal: boolean;
}

/** The suggested reply that may be inserted right now. */
export const liveSuggestion = (cues: readonly Cue[]): Suggestion | null => {
  const cue = cueOf(cues, 'resolution');
  if (cue === null || cue.state !== 'live') return null;
  const text = offeredText(cue.payload.resolution, cue.payload.guard);
  return text === null ? null : { cueId: cue.id, text, internal: citesInternal(cue.payload.resolution) };
};

/** The rest of a suggestion that someone began to type, or nothing. Three letters must agree first. */
export const inlineRest = (typed: string, suggested: string): string =>
  typed.trim().length >= 3 &&
  suggested.length > typed.length &&
  suggested.toLowerCase().startsWith(typed.toLowerCase())
    ? suggested.slice(typed.length)
    : '';

const WORDS = [
  [0.85, 'High'],
  [0.65, 'Fair'],
  [0, 'Low'],
] as const;

/** A calibrated confidence as a word; the figure stands beside it. */
export const confidenceWord = (p: number): string => WORDS.find(([least]) => p >= least)?.[1] ?? 'Low';

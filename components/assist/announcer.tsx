'use client';
import { useDebounced } from '@/components/conversation/use-debounced';
import { cueOf } from '@/lib/client/patch-cues';
import { liveSuggestion } from '@/lib/client/suggestion';
import type { Cue } from '@/lib/domain/cue';
import { intentTitle } from '@/lib/domain/triage';

const sentenceOf = (cues: readonly Cue[]): string => {
  const triage = cueOf(cues, 'triage')?.payload.triage;
  if (triage === undefined) return '';
  const reply = liveSuggestion(cues) === null ? '' : ' A reply is suggested.';
  return `${intentTitle(triage)}, urgency ${triage.urgency.level}, ${triage.sentiment.label}.${reply}`;
};

/** Tells a screen reader, in one polite sentence, what the cues say once they have settled. Escalations announce themselves. */
export const Announcer = ({ cues }: { cues: readonly Cue[] }) => (
  <p role="status" className="sr-only">
    {useDebounced(sentenceOf(cues), 1000)}
  </p>
);

import type { ResolutionOpinion, ResolutionRequest } from '@/lib/assist/ports';
import { factsIn, joined, type Part, withinWords } from './compose';

/** A reply of parts, with what it leans on. */
export const replyOf = (
  { facts }: Pick<ResolutionRequest, 'facts'>,
  parts: readonly Part[],
  confidence: number | null,
): ResolutionOpinion => {
  const kept = withinWords(parts);
  const reply = joined(kept);
  const passages = [...new Set(kept.flatMap(({ passage }) => passage ?? []))];
  return { reply, passages, facts: factsIn(reply, facts), confidence, abstain: null };
};

/** No reply; what is missing is named by the rules that know it. */
export const noReply = (confidence: number | null): ResolutionOpinion => ({
  reply: '',
  passages: [],
  facts: [],
  confidence,
  abstain: '',
});

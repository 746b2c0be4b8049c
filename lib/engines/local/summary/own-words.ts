import type { Utterance } from '@/lib/domain/conversation';
import type { Triage } from '@/lib/domain/triage';

/** The conversation without what was pasted in to instruct a machine: of such a message only what stands before it is the customer's own. */
export const inOwnWords = (
  utterances: readonly Utterance[],
  triage: Pick<Triage, 'flags'> | null,
): Utterance[] => {
  const pasted = new Map<string, number>();
  for (const { flag, evidence } of triage?.flags ?? [])
    if (flag === 'injection')
      pasted.set(evidence.turnId, Math.min(evidence.start, pasted.get(evidence.turnId) ?? evidence.start));
  return utterances.map((utterance) => {
    const start = pasted.get(utterance.turnId);
    return start === undefined ? utterance : { ...utterance, text: utterance.text.slice(0, start) };
  });
};

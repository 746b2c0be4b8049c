import type { Utterance } from '../../domain/conversation';
import type { PlaybookStep } from '../../domain/resolution';

/** How many messages the customer has written since a step of the playbook was last shown done; all of them where none was. */
export const turnsWithoutProgress = (
  utterances: readonly Utterance[],
  steps: readonly PlaybookStep[],
): number => {
  const shown = new Set(steps.flatMap(({ done }) => done?.turnId ?? []));
  const last = utterances.findLastIndex(({ turnId }) => shown.has(turnId));
  return utterances.slice(last + 1).filter(({ role }) => role === 'customer').length;
};

import type { Utterance } from '../../domain/conversation';
import type { PlaybookStep } from '../../domain/resolution';
import { closingOf } from './closing';

/**
 * Whether what the customer came for is handled: they thanked or said that it works, or everything the procedure does about it is done.
 * Null while nothing was read that could tell.
 */
export const issueHandled = (
  utterances: readonly Utterance[],
  steps: readonly PlaybookStep[] | null,
): boolean | null => {
  const last = utterances.findLastIndex(({ role }) => role === 'customer');
  if (last < 0) return null;
  if (closingOf(utterances.slice(0, last + 1)) !== null) return true;
  if (steps === null) return null;
  const resolving = steps.filter(({ phase }) => phase === 'resolve');
  return resolving.length > 0 && resolving.every(({ done }) => done !== null);
};

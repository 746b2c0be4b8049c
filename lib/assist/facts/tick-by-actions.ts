import type { RecordedAction } from '../../domain/action';
import type { Turn } from '../../domain/conversation';
import type { PlaybookStep } from '../../domain/resolution';

/**
 * Steps whose tool has run in this conversation are done, whatever was said of it: the receipt shows it. A step that a rep unticked stays so,
 * and one that is done already keeps what showed it.
 */
export const tickByActions = (
  steps: readonly PlaybookStep[],
  actions: readonly RecordedAction[],
  turns: readonly Pick<Turn, 'id' | 'kind' | 'text'>[],
  byHand: Readonly<Record<string, boolean>>,
): PlaybookStep[] =>
  steps.map((step) => {
    const action = actions.findLast(({ tool }) => tool === step.tool);
    if (action === undefined || step.done !== null || byHand[step.id] === false) return step;
    const event = turns.find(({ kind, text }) => kind === 'event' && text.includes(action.receipt));
    return { ...step, done: { turnId: event?.id ?? '', because: `Done, receipt ${action.receipt}` } };
  });

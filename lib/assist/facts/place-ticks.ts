import type { Turn } from '../../domain/conversation';
import type { Tick } from '../../domain/handoff';
import type { PlaybookStep } from '../../domain/resolution';
import { TICKED } from './tick-steps';

/** Steps ticked by hand, each at the rep's message that stood last when it was ticked: later messages don't move it. */
export const placeTicks = (
  steps: readonly PlaybookStep[],
  ticks: readonly Tick[],
  turns: readonly Turn[],
): PlaybookStep[] =>
  steps.map((step) => {
    if (step.done?.because !== TICKED) return step;
    const tick = ticks.findLast((one) => one.step === step.id);
    const turn = turns.findLast(
      ({ role, kind, at }) => role === 'rep' && kind === 'message' && tick !== undefined && at <= tick.at,
    );
    return turn ? { ...step, done: { ...step.done, turnId: turn.id } } : step;
  });

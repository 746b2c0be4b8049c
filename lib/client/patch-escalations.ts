import type { EscalationView } from '../contracts/escalations';
import type { EscalationState } from '../domain/escalation';

export interface Escalations {
  escalations: EscalationView[];
}

/** Those that wait by when they are due; the decided ones by when that was, the latest first. */
const compare =
  (state: EscalationState) =>
  (a: EscalationView, b: EscalationView): number =>
    state === 'waiting'
      ? a.dueAt.localeCompare(b.dueAt)
      : (b.decidedAt ?? b.raisedAt).localeCompare(a.decidedAt ?? a.raisedAt);

/** Puts a changed escalation into its state's list, or takes it out of another's. */
export const patchEscalations = (
  held: Escalations,
  state: EscalationState,
  changed: EscalationView,
): Escalations => {
  const rest = held.escalations.filter(({ id }) => id !== changed.id);
  return { escalations: changed.state === state ? [...rest, changed].sort(compare(state)) : rest };
};

import type { ActionsView } from '../contracts/actions';
import type { Action, ActionState } from '../domain/action';

/** How far along a state is: what came out cannot become undecided again, whichever answer arrives last. */
const AT: Record<ActionState, number> = {
  waiting: 0,
  approved: 0,
  failed: 0,
  declined: 1,
  done: 1,
  reversed: 2,
};

const isTakenUp = (action: Action, proposal: ActionsView['proposals'][number]): boolean =>
  action.state !== 'declined' && action.originId === proposal.cueId && action.tool === proposal.tool;

/** Puts an action that came into the list, the newest first; what was proposed and is now asked for is no longer proposed. */
export const patchActions = (held: ActionsView, action: Action): ActionsView => {
  const known = held.actions.find(({ id }) => id === action.id);
  if (known !== undefined && AT[action.state] < AT[known.state]) return held;
  const rest = held.actions.filter(({ id }) => id !== action.id);
  return {
    ...held,
    proposals: held.proposals.filter((proposal) => !isTakenUp(action, proposal)),
    actions: [...rest, action].sort(
      (a, b) => b.requestedAt.localeCompare(a.requestedAt) || b.id.localeCompare(a.id),
    ),
  };
};

/** A list that was fetched while an action moved on keeps what the stream has told since. */
export const mergeActions = (held: ActionsView | undefined, fetched: ActionsView): ActionsView =>
  (held?.actions ?? [])
    .filter((action) => {
      const same = fetched.actions.find(({ id }) => id === action.id);
      return same === undefined || AT[same.state] < AT[action.state];
    })
    .reduce(patchActions, fetched);

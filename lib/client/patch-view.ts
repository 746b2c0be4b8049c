import type { ConversationView, QueueRow } from '../contracts/conversations';
import type { Turn } from '../domain/conversation';

/** Two lists of turns as one: by number, each once, the second list's version where both have it. */
export const mergeTurns = (held: readonly Turn[], arrived: readonly Turn[]): Turn[] =>
  [...new Map([...held, ...arrived].map((turn) => [turn.seq, turn])).values()].sort((a, b) => a.seq - b.seq);

/** Adds a turn that arrived. A turn that is already there changes nothing. */
export const addTurn = (view: ConversationView, turn: Turn): ConversationView =>
  view.turns.some(({ id }) => id === turn.id) ? view : { ...view, turns: mergeTurns(view.turns, [turn]) };

/** Whether turns between those held and this one are missing. */
export const leavesGap = (view: ConversationView, turn: Turn): boolean =>
  turn.seq > (view.turns.at(-1)?.seq ?? 0) + 1;

/** Puts earlier turns in front. */
export const addEarlier = (
  view: ConversationView,
  page: { turns: Turn[]; earlier: boolean },
): ConversationView => ({
  ...view,
  turns: mergeTurns(page.turns, view.turns),
  earlier: page.earlier,
});

/** A view fetched again has the newest turns only; those loaded before stay when they join on without a gap. */
export const mergeView = (
  held: ConversationView | undefined,
  fetched: ConversationView,
): ConversationView => {
  const first = fetched.turns[0]?.seq;
  if (held === undefined || first === undefined || held.conversation.id !== fetched.conversation.id)
    return fetched;
  const before = held.turns.filter((turn) => turn.seq < first);
  if (before.at(-1)?.seq !== first - 1) return fetched;
  return { ...fetched, turns: mergeTurns(before, fetched.turns), earlier: held.earlier };
};

/** What a changed row says about the conversation that is open. */
export const changeRow = (view: ConversationView, row: QueueRow): ConversationView => ({
  ...view,
  row,
  conversation: {
    ...view.conversation,
    state: row.state,
    queue: row.queue,
    assigneeId: row.assigneeId,
    waitingSince: row.waitingSince,
    lastTurnAt: row.lastTurnAt,
    turnCount: row.turnCount,
  },
});

/** Whether what this actor may do has to be asked again: the owner, the state or the desk changed. */
export const rightsChanged = (view: ConversationView, row: QueueRow): boolean =>
  view.conversation.assigneeId !== row.assigneeId ||
  view.conversation.state !== row.state ||
  view.conversation.queue !== row.queue ||
  view.row.escalation !== row.escalation;

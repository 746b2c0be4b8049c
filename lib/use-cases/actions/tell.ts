import { type FoundConversation, findConversation } from '@/lib/db/conversations';
import type { Tx } from '@/lib/db/handle';
import { queueRun } from '@/lib/db/runs';
import type { Action } from '@/lib/domain/action';
import { acceptTurn, tellOf } from '../accept-turn';
import type { Services } from '../services';
import type { Asker } from './ask';

/**
 * Has the conversation read again after something ran: its step ticks, the packet says what was tried, and while the customer waits the
 * suggestion is made anew.
 */
const readAgain = async (
  tx: Tx,
  { jobs, clock }: Services,
  { id, turnCount, waitingSince }: FoundConversation['conversation'],
): Promise<void> => {
  const trigger = waitingSince === null ? 'rep-turn' : 'correction';
  const runId = await queueRun(tx, { conversationId: id, trigger, turnSeq: turnCount }, clock.now());
  await jobs.enqueue(tx, 'run', { runId });
};

/** Tells consoles how an action stands and, where there is something to say, puts it on the timeline. */
export const tellAction = async (
  tx: Tx,
  deps: Services,
  by: Pick<Asker, 'kind' | 'id' | 'name'>,
  action: Action,
  text: string | null,
): Promise<void> => {
  const { conversationId } = action;
  if (conversationId === null) return;
  const found = await findConversation(tx, { of: 'everyone' }, conversationId);
  if (found === null) return;
  const { channel, tier } = found.row;
  if (text !== null)
    await acceptTurn(
      tx,
      deps,
      {
        conversationId,
        role: 'system',
        kind: 'event',
        text,
        authorId: by.kind === 'user' ? by.id : null,
        authorName: by.name,
        at: deps.clock.now(),
      },
      { channel, tier },
    );
  if (text !== null && action.receipt !== null) await readAgain(tx, deps, found.conversation);
  await tellOf(tx, found, [{ kind: 'action.changed', conversationId, action }]);
};

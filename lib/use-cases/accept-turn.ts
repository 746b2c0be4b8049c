import type { DeskEvent } from '@/lib/contracts/events';
import { type FoundConversation, findConversation } from '@/lib/db/conversations';
import { withdrawResolution } from '@/lib/db/cues';
import { appendEvents } from '@/lib/db/events';
import type { Tx } from '@/lib/db/handle';
import { queueRun } from '@/lib/db/runs';
import { addTurn, type NewTurn } from '@/lib/db/turns';
import type { Channel } from '@/lib/domain/channel';
import type { Turn } from '@/lib/domain/conversation';
import type { Tier } from '@/lib/domain/customer';
import type { RunTrigger } from '@/lib/domain/run';
import { replyDueAt } from '@/lib/rules/reply-due-at';
import type { Services } from './services';

/** Which run a turn asks for; a note or an event asks for none. */
const TRIGGERS: Record<Turn['role'], RunTrigger | null> = {
  customer: 'customer-turn',
  rep: 'rep-turn',
  system: null,
};

/** Where a turn goes: what is known of the conversation before it. */
export interface TurnTarget {
  channel: Channel;
  tier: Tier;
}

/**
 * Everything that follows from one more turn, in the transaction that stores it: the suggestion is withdrawn, what ran for the
 * conversation is superseded, a new run and its job are queued, and consoles are told. Call it last in the transaction.
 */
export const acceptTurn = async (
  tx: Tx,
  { jobs, policies, clock }: Services,
  turn: NewTurn,
  target: TurnTarget,
): Promise<Turn> => {
  const dueAt = replyDueAt(policies.current().serviceLevels, target.channel, target.tier, turn.at);
  const { turn: stored, found } = await addTurn(tx, turn, dueAt);
  const events: DeskEvent[] = [{ kind: 'turn.added', turn: stored }];
  const trigger = turn.kind === 'message' ? TRIGGERS[turn.role] : null;
  if (trigger) {
    if (await withdrawResolution(tx, turn.conversationId))
      events.push({ kind: 'cues.withdrawn', conversationId: turn.conversationId });
    const runId = await queueRun(
      tx,
      { conversationId: turn.conversationId, trigger, turnSeq: stored.seq },
      clock.now(),
    );
    await jobs.enqueue(tx, 'run', { runId });
    events.push({ kind: 'run.changed', conversationId: turn.conversationId, runId, state: 'queued' });
  }
  await tellOf(tx, found, events);
  return stored;
};

/**
 * Logs events of a conversation together with its line in the queue as it stands, for the queue it is in. An escalation is also told to
 * the queue it was raised to, and `leaving` to a queue that the conversation has left: their teams may be others.
 */
export const tellOf = async (
  tx: Tx,
  { conversation: { id: conversationId }, row }: FoundConversation,
  events: DeskEvent[],
  leaving: readonly string[] = [],
): Promise<void> => {
  const all: DeskEvent[] = [...events, { kind: 'conversation.changed', row }];
  const queuesOf = (event: DeskEvent): Set<string> =>
    new Set([
      row.queue,
      ...leaving,
      ...(event.kind === 'escalation.changed' ? [event.escalation.queue] : []),
    ]);
  await appendEvents(
    tx,
    all.flatMap((event) => [...queuesOf(event)].map((queueId) => ({ event, conversationId, queueId }))),
  );
};

/** The same, for a conversation whose line has yet to be read. */
export const tellDesk = async (
  tx: Tx,
  conversationId: string,
  events: DeskEvent[],
  leaving: readonly string[] = [],
): Promise<void> => {
  const found = await findConversation(tx, { of: 'everyone' }, conversationId);
  if (found) await tellOf(tx, found, events, leaving);
};

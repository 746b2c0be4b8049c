import type { DeskEvent } from '../contracts/events';
import type { Db, Tx } from './handle';

/** The advisory lock that makes event ids become visible in order: a reader of `id > last` would otherwise miss rows. */
const EVENT_ORDER_LOCK = 730_107;

/** The channel of NOTIFY; its payload is the newest id, and it only wakes. */
export const EVENT_CHANNEL = 'cuedesk_event';

export interface LoggedEvent {
  id: bigint;
  conversationId: string | null;
  queueId: string | null;
  event: DeskEvent;
}

/** Appends events in order. Call it last in a transaction: the lock is held until the commit. */
export const appendEvents = async (
  tx: Tx,
  events: { event: DeskEvent; conversationId: string; queueId: string }[],
): Promise<void> => {
  if (events.length === 0) return;
  const rows = JSON.stringify(
    events.map(({ event, conversationId, queueId }) => ({
      kind: event.kind,
      conversation_id: conversationId,
      queue_id: queueId,
      payload: event,
    })),
  );
  await tx.$queryRaw`
    INSERT INTO event (kind, conversation_id, queue_id, payload)
    SELECT e.kind, e.conversation_id, e.queue_id, e.payload
    FROM (SELECT pg_advisory_xact_lock(${EVENT_ORDER_LOCK})) AS in_order,
         jsonb_to_recordset(${rows}::jsonb) AS e(kind text, conversation_id text, queue_id text, payload jsonb)
    RETURNING id, pg_notify(${EVENT_CHANNEL}, id::text)::text`;
};

interface EventRow {
  id: bigint;
  conversation_id: string | null;
  queue_id: string | null;
  payload: DeskEvent;
}

/** Events after `last`, oldest first, at most `limit`. */
export const eventsAfter = async (db: Db, last: bigint, limit: number): Promise<LoggedEvent[]> => {
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT id, conversation_id, queue_id, payload FROM event WHERE id > ${last} ORDER BY id LIMIT ${limit}`;
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    queueId: row.queue_id,
    event: row.payload,
  }));
};

export const lastEventId = async (db: Db): Promise<bigint> => {
  const [row] = await db.$queryRaw<{ id: bigint }[]>`SELECT coalesce(max(id), 0) AS id FROM event`;
  return row?.id ?? 0n;
};

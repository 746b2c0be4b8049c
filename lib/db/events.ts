import type { DeskEvent } from '../contracts/events';
import type { Db, Tx } from './handle';

/** The channel of NOTIFY; it only wakes. */
export const EVENT_CHANNEL = 'cuedesk_event';

export interface LoggedEvent {
  id: bigint;
  conversationId: string | null;
  queueId: string | null;
  event: DeskEvent;
}

/**
 * Appends events. They are numbered when the transaction commits, in the order of commits, and readers are woken then: a trigger of the
 * table does both (migration `events_numbered_at_commit`). Without that a reader of `id > last` would miss rows.
 */
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
  await tx.$executeRaw`
    INSERT INTO event (kind, conversation_id, queue_id, payload)
    SELECT e.kind, e.conversation_id, e.queue_id, e.payload
    FROM jsonb_to_recordset(${rows}::jsonb) AS e(kind text, conversation_id text, queue_id text, payload jsonb)`;
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

export interface EventHead<Kind extends string> {
  id: bigint;
  kind: Kind;
  conversationId: string | null;
  at: Date;
}

/** That events of some kinds happened after `last`, without what they carry; the oldest first, at most `limit`. */
export const eventHeads = async <Kind extends string>(
  db: Db,
  kinds: readonly Kind[],
  last: bigint,
  limit: number,
): Promise<EventHead<Kind>[]> =>
  (await db.event.findMany({
    where: { id: { gt: last }, kind: { in: [...kinds] } },
    select: { id: true, kind: true, conversationId: true, at: true },
    orderBy: { id: 'asc' },
    take: limit,
  })) as EventHead<Kind>[];

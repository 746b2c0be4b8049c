import { newId } from '../core/ids';
import { clip } from '../core/text';
import type { Turn, TurnKind, TurnRole } from '../domain/conversation';
import type { Db, Tx } from './handle';

interface Row {
  id: string;
  conversationId: string;
  seq: number;
  role: string;
  kind: string;
  text: string;
  authorId: string | null;
  authorName: string | null;
  at: Date;
}

const toTurn = (row: Row): Turn => ({
  ...row,
  role: row.role as TurnRole,
  kind: row.kind as TurnKind,
  at: row.at.toISOString(),
});

export interface NewTurn {
  conversationId: string;
  role: TurnRole;
  kind: TurnKind;
  text: string;
  authorId: string | null;
  authorName: string | null;
  at: Date;
}

/**
 * Adds a turn and moves the conversation's counters and clock with it. The update of the conversation row also
 * serialises writers of one conversation, so that `seq` has no holes. `dueAt` is when a customer's wait breaches.
 */
export const addTurn = async (tx: Tx, turn: NewTurn, dueAt: Date | null): Promise<Turn> => {
  const fromCustomer = turn.kind === 'message' && turn.role === 'customer';
  const fromRep = turn.kind === 'message' && turn.role === 'rep';
  const id = newId('trn');
  const [stored] = await tx.$queryRaw<{ seq: number }[]>`
    WITH counted AS (
      UPDATE conversation SET
        turn_count = turn_count + 1,
        customer_turn_count = customer_turn_count + ${fromCustomer ? 1 : 0},
        last_turn_at = greatest(last_turn_at, ${turn.at}),
        last_text = CASE WHEN ${turn.kind === 'message'} THEN ${clip(turn.text, 160)} ELSE last_text END,
        waiting_since = CASE WHEN ${fromCustomer} THEN coalesce(waiting_since, ${turn.at}) WHEN ${fromRep} THEN NULL ELSE waiting_since END,
        due_at = CASE WHEN ${fromCustomer} THEN coalesce(due_at, ${dueAt}) WHEN ${fromRep} THEN NULL ELSE due_at END
      WHERE id = ${turn.conversationId} RETURNING turn_count
    )
    INSERT INTO turn (id, conversation_id, seq, role, kind, text, author_id, author_name, at)
    SELECT ${id}, ${turn.conversationId}, turn_count, ${turn.role}, ${turn.kind}, ${turn.text}, ${turn.authorId}, ${turn.authorName}, ${turn.at}
    FROM counted RETURNING seq`;
  if (!stored) throw new Error(`conversation ${turn.conversationId} is gone`);
  return toTurn({ id, seq: stored.seq, ...turn });
};

/** Turns of a conversation, oldest first: the newest `limit`, or those before a sequence number. */
export const listTurns = async (
  db: Db,
  conversationId: string,
  limit: number,
  before?: number,
): Promise<Turn[]> => {
  const rows = await db.turn.findMany({
    where: { conversationId, ...(before === undefined ? {} : { seq: { lt: before } }) },
    orderBy: { seq: 'desc' },
    take: limit,
  });
  return rows.reverse().map(toTurn);
};

/** Messages after a sequence number, oldest first. */
export const messagesAfter = async (
  db: Db,
  conversationId: string,
  after: number,
  limit = 500,
): Promise<Turn[]> => {
  const rows = await db.turn.findMany({
    where: { conversationId, kind: 'message', seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: limit,
  });
  return rows.map(toTurn);
};

export const findTurn = async (db: Db, id: string): Promise<Turn | null> => {
  const row = await db.turn.findUnique({ where: { id } });
  return row && toTurn(row);
};

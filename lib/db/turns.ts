import { newId } from '../core/ids';
import { clip } from '../core/text';
import type { Turn, TurnKind, TurnRole } from '../domain/conversation';
import { CONVERSATION, type ConversationRow, type FoundConversation, toFound } from './conversations';
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
 * Answers the turn, and how the conversation stands with it; who locked the conversation before gets what is told of it as of then.
 */
export const addTurn = async (
  tx: Tx,
  turn: NewTurn,
  dueAt: Date | null,
): Promise<{ turn: Turn; found: FoundConversation }> => {
  const fromCustomer = turn.kind === 'message' && turn.role === 'customer';
  const fromRep = turn.kind === 'message' && turn.role === 'rep';
  const id = newId('trn');
  const [row] = await tx.$queryRaw<ConversationRow[]>`
    WITH counted AS (
      UPDATE conversation c SET
        turn_count = c.turn_count + 1,
        customer_turn_count = c.customer_turn_count + ${fromCustomer ? 1 : 0},
        last_turn_at = greatest(c.last_turn_at, ${turn.at}),
        last_text = CASE WHEN ${turn.kind === 'message'} THEN ${clip(turn.text, 160)} ELSE c.last_text END,
        waiting_since = CASE WHEN ${fromCustomer} THEN coalesce(c.waiting_since, ${turn.at}) WHEN ${fromRep} THEN NULL ELSE c.waiting_since END,
        due_at = CASE WHEN ${fromCustomer} THEN coalesce(c.due_at, ${dueAt}) WHEN ${fromRep} THEN NULL ELSE c.due_at END
      FROM customer k WHERE c.id = ${turn.conversationId} AND k.id = c.customer_id RETURNING ${CONVERSATION}
    ), added AS (
      INSERT INTO turn (id, conversation_id, seq, role, kind, text, author_id, author_name, at)
      SELECT ${id}, id, turn_count, ${turn.role}, ${turn.kind}, ${turn.text}, ${turn.authorId}, ${turn.authorName}, ${turn.at} FROM counted
    )
    SELECT * FROM counted`;
  if (!row) throw new Error(`conversation ${turn.conversationId} is gone`);
  return { turn: toTurn({ id, seq: row.turn_count, ...turn }), found: toFound(row) };
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

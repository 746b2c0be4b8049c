import type { QueueRow, QueueView } from '../contracts/conversations';
import type { Channel } from '../domain/channel';
import type { Conversation } from '../domain/conversation';
import type { Triage, Urgency } from '../domain/triage';
import { Prisma } from './generated/client';
import type { Db, Tx } from './handle';

/** Whose conversations a read may see. Every read of this file takes one. */
export type Scope = { of: 'everyone' } | { of: 'team'; teamId: string; userId: string };

/** Condition on conversation `c`. */
export const inScope = (scope: Scope): Prisma.Sql =>
  scope.of === 'everyone'
    ? Prisma.sql`TRUE`
    : Prisma.sql`(c.assignee_id = ${scope.userId} OR c.queue_id IN (SELECT id FROM queue WHERE team_id = ${scope.teamId}))`;

/** A conversation `c` with its customer `k`, as `CONVERSATION` selects it. */
export interface ConversationRow {
  id: string;
  customer_id: string;
  customer_name: string;
  tier: QueueRow['tier'];
  channel: Channel;
  state: 'open' | 'closed';
  queue_id: string;
  assignee_id: string | null;
  intent: string | null;
  urgency: Urgency;
  sentiment: QueueRow['sentiment'];
  waiting_since: Date | null;
  due_at: Date | null;
  last_text: string;
  last_turn_at: Date;
  opened_at: Date;
  closed_at: Date | null;
  turn_count: number;
  customer_turn_count: number;
  escalation: QueueRow['escalation'];
}

/** A conversation `c` with its customer `k` and how far an escalation of it is. */
export const CONVERSATION = Prisma.sql`
  c.id, c.customer_id, k.name AS customer_name, k.tier, c.channel, c.state, c.queue_id, c.assignee_id, c.intent, c.urgency, c.sentiment,
  c.waiting_since, c.due_at, c.last_text, c.last_turn_at, c.opened_at, c.closed_at, c.turn_count, c.customer_turn_count,
  (SELECT e.state FROM escalation e WHERE e.conversation_id = c.id AND e.state <> 'done' ORDER BY e.raised_at DESC LIMIT 1) AS escalation`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const toRow = (row: ConversationRow): QueueRow => ({
  id: row.id,
  customerName: row.customer_name,
  tier: row.tier,
  channel: row.channel,
  state: row.state,
  queue: row.queue_id,
  assigneeId: row.assignee_id,
  intent: row.intent,
  urgency: row.urgency,
  sentiment: row.sentiment,
  waitingSince: iso(row.waiting_since),
  dueAt: iso(row.due_at),
  lastText: row.last_text,
  lastTurnAt: row.last_turn_at.toISOString(),
  turnCount: row.turn_count,
  escalation: row.escalation,
});

const toConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  customerId: row.customer_id,
  channel: row.channel,
  state: row.state,
  queue: row.queue_id,
  assigneeId: row.assignee_id,
  openedAt: row.opened_at.toISOString(),
  closedAt: iso(row.closed_at),
  lastTurnAt: row.last_turn_at.toISOString(),
  waitingSince: iso(row.waiting_since),
  turnCount: row.turn_count,
  customerTurnCount: row.customer_turn_count,
});

export interface FoundConversation {
  conversation: Conversation;
  row: QueueRow;
}

export const toFound = (row: ConversationRow): FoundConversation => ({
  conversation: toConversation(row),
  row: toRow(row),
});

/** One conversation in scope, or null: out of scope and not there are the same. */
export const findConversation = async (
  db: Db,
  scope: Scope,
  id: string,
): Promise<FoundConversation | null> => {
  const [row] = await db.$queryRaw<ConversationRow[]>`
    SELECT ${CONVERSATION} FROM conversation c JOIN customer k ON k.id = c.customer_id WHERE c.id = ${id} AND ${inScope(scope)}`;
  return row ? toFound(row) : null;
};

/**
 * The lock every writer of a conversation takes before any other, so that two of them never wait for each other. Answers how it stands
 * under the lock, which is what a writer may rely on; null when it is gone.
 */
export const lockConversation = async (
  tx: Tx,
  id: string,
): Promise<Pick<Conversation, 'state' | 'assigneeId'> | null> => {
  const [row] = await tx.$queryRaw<Pick<ConversationRow, 'state' | 'assignee_id'>[]>`
    SELECT state, assignee_id FROM conversation WHERE id = ${id} FOR NO KEY UPDATE`;
  return row ? { state: row.state, assigneeId: row.assignee_id } : null;
};

/** What triage says, where the queue shows it; `queue` is the one its intent belongs to. */
export type Triaged = Pick<Triage, 'intent' | 'urgency' | 'sentiment'> & { queue: string | null };

/** Writes down what triage says. While nobody has the conversation it also moves to the queue of its intent. The end of a WITH. */
export const recordingTriage = (
  id: string,
  { intent, urgency, sentiment, queue }: Triaged,
): Prisma.Sql => Prisma.sql`
    UPDATE conversation c SET intent = ${intent.id}, urgency = ${urgency.level}, sentiment = ${sentiment.label},
      queue_id = CASE WHEN c.assignee_id IS NULL THEN coalesce(${queue}, c.queue_id) ELSE c.queue_id END
    FROM customer k WHERE c.id = ${id} AND k.id = c.customer_id RETURNING ${CONVERSATION}`;

/** How a conversation stands. The end of a WITH. */
export const readingConversation = (id: string): Prisma.Sql =>
  Prisma.sql`SELECT ${CONVERSATION} FROM conversation c JOIN customer k ON k.id = c.customer_id WHERE c.id = ${id}`;

const inView = (view: QueueView, userId: string): Prisma.Sql => {
  switch (view) {
    case 'mine':
      return Prisma.sql`c.state = 'open' AND c.assignee_id = ${userId}`;
    case 'waiting':
      return Prisma.sql`c.state = 'open' AND c.assignee_id IS NULL`;
    case 'open':
      return Prisma.sql`c.state = 'open'`;
    case 'closed':
      return Prisma.sql`c.state = 'closed'`;
  }
};

export interface QueuePage {
  view: QueueView;
  channel?: Channel | undefined;
  urgency?: Urgency | undefined;
  /** Sort key and id of the last row of the page before. */
  after?: { key: Date; id: string } | undefined;
  limit: number;
}

/** A page of the queue by what breaches first; conversations nobody waits in come last, closed ones by when they closed. */
export const listConversations = async (
  db: Db,
  scope: Scope,
  userId: string,
  page: QueuePage,
): Promise<{ row: QueueRow; key: Date }[]> => {
  const closed = page.view === 'closed';
  const key = closed ? Prisma.sql`c.last_turn_at` : Prisma.sql`coalesce(c.due_at, 'infinity'::timestamptz)`;
  const sortable = closed ? key : Prisma.sql`least(${key}, '9999-01-01'::timestamptz)`;
  const order = closed ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const compare = closed ? Prisma.sql`<` : Prisma.sql`>`;
  const rows = await db.$queryRaw<(ConversationRow & { key: Date })[]>`
    SELECT ${CONVERSATION}, ${sortable} AS key
    FROM conversation c JOIN customer k ON k.id = c.customer_id
    WHERE ${inView(page.view, userId)} AND ${inScope(scope)}
      AND ${page.channel ? Prisma.sql`c.channel = ${page.channel}` : Prisma.sql`TRUE`}
      AND ${page.urgency ? Prisma.sql`c.urgency = ${page.urgency}` : Prisma.sql`TRUE`}
      AND ${page.after ? Prisma.sql`(${sortable}, c.id) ${compare} (${page.after.key}::timestamptz, ${page.after.id})` : Prisma.sql`TRUE`}
    ORDER BY ${sortable} ${order}, c.id ${order}
    LIMIT ${page.limit}`;
  return rows.map((row) => ({ row: toRow(row), key: row.key }));
};

import type { EscalationView } from '../contracts/escalations';
import { newId } from '../core/ids';
import type { EscalationKind, EscalationState, FiredTrigger } from '../domain/escalation';
import type { HandoffPacket } from '../domain/handoff';
import { lockConversation, type Scope } from './conversations';
import { Prisma } from './generated/client';
import type { Db, Tx } from './handle';

interface Row {
  id: string;
  conversation_id: string;
  customer_name: string;
  tier: EscalationView['tier'];
  channel: EscalationView['channel'];
  state: EscalationState;
  kind: EscalationKind;
  queue_id: string;
  reasons: FiredTrigger[];
  note: string;
  raised_by_name: string;
  raised_at: Date;
  due_at: Date;
  decided_by_name: string | null;
  decided_at: Date | null;
  return_reason: string | null;
  payload: HandoffPacket;
}

const toView = (row: Row): EscalationView => ({
  id: row.id,
  conversationId: row.conversation_id,
  customerName: row.customer_name,
  tier: row.tier,
  channel: row.channel,
  state: row.state,
  kind: row.kind,
  queue: row.queue_id,
  reasons: row.reasons,
  note: row.note,
  raisedBy: row.raised_by_name,
  raisedAt: row.raised_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  decidedBy: row.decided_by_name,
  decidedAt: row.decided_at?.toISOString() ?? null,
  returnReason: row.return_reason,
  packet: row.payload,
});

const SELECT = Prisma.sql`
  SELECT e.id, e.conversation_id, e.state, e.kind, e.queue_id, e.reasons, e.note, e.raised_by_name, e.raised_at, e.due_at,
    e.decided_by_name, e.decided_at, e.return_reason, p.payload, c.channel, k.name AS customer_name, k.tier
  FROM escalation e JOIN handoff_packet p ON p.id = e.packet_id JOIN conversation c ON c.id = e.conversation_id JOIN customer k ON k.id = c.customer_id`;

const inScope = (scope: Scope): Prisma.Sql =>
  scope.of === 'everyone'
    ? Prisma.sql`TRUE`
    : Prisma.sql`e.queue_id IN (SELECT id FROM queue WHERE team_id = ${scope.teamId})`;

export const listEscalations = async (
  db: Db,
  scope: Scope,
  state: EscalationState,
  limit = 100,
): Promise<EscalationView[]> => {
  const order = state === 'waiting' ? Prisma.sql`e.due_at ASC` : Prisma.sql`e.raised_at DESC`;
  const rows = await db.$queryRaw<
    Row[]
  >`${SELECT} WHERE e.state = ${state} AND ${inScope(scope)} ORDER BY ${order}, e.id LIMIT ${limit}`;
  return rows.map(toView);
};

export const findEscalation = async (db: Db, scope: Scope, id: string): Promise<EscalationView | null> => {
  const [row] = await db.$queryRaw<Row[]>`${SELECT} WHERE e.id = ${id} AND ${inScope(scope)}`;
  return row ? toView(row) : null;
};

/** The newest escalation of a conversation that is not done; the conversation's own scope was checked by whoever asks. */
export const openEscalation = async (db: Db, conversationId: string): Promise<EscalationView | null> => {
  const [row] = await db.$queryRaw<
    Row[]
  >`${SELECT} WHERE e.conversation_id = ${conversationId} AND e.state <> 'done' ORDER BY e.raised_at DESC LIMIT 1`;
  return row ? toView(row) : null;
};

export interface NewEscalation {
  conversationId: string;
  packetId: string;
  kind: EscalationKind;
  queueId: string;
  reasons: FiredTrigger[];
  note: string;
  raisedById: string;
  raisedByName: string;
  raisedAt: Date;
  dueAt: Date;
}

/** Raises an escalation; null when one of this conversation is waiting or accepted already. */
export const raiseEscalation = async (tx: Tx, escalation: NewEscalation): Promise<string | null> => {
  await lockConversation(tx, escalation.conversationId);
  const open = await tx.escalation.findFirst({
    where: { conversationId: escalation.conversationId, state: { in: ['waiting', 'accepted'] } },
    select: { id: true },
  });
  if (open) return null;
  await tx.escalation.updateMany({
    where: { conversationId: escalation.conversationId, state: 'returned' },
    data: { state: 'done' },
  });
  const id = newId('esc');
  await tx.escalation.create({
    data: { id, ...escalation, reasons: escalation.reasons as unknown as Prisma.InputJsonValue },
  });
  return id;
};

/** Decides a waiting escalation, once: false when someone decided before. */
export const decideEscalation = async (
  tx: Tx,
  id: string,
  decision: {
    state: 'accepted' | 'returned';
    byId: string;
    byName: string;
    at: Date;
    returnReason: string | null;
  },
): Promise<boolean> => {
  const { count } = await tx.escalation.updateMany({
    where: { id, state: 'waiting' },
    data: {
      state: decision.state,
      decidedById: decision.byId,
      decidedByName: decision.byName,
      decidedAt: decision.at,
      returnReason: decision.returnReason,
    },
  });
  return count === 1;
};

export const closeEscalations = async (tx: Tx, conversationId: string): Promise<void> => {
  await tx.escalation.updateMany({
    where: { conversationId, state: { in: ['accepted', 'returned'] } },
    data: { state: 'done' },
  });
};

/** Stores a handoff packet as the next version of its conversation's. A part of a WITH. */
export const storingPacket = (
  run: { id: string; conversationId: string },
  packet: HandoffPacket,
  at: Date,
): Prisma.Sql => Prisma.sql`
    packet AS (
      INSERT INTO handoff_packet (id, conversation_id, version, run_id, payload, completeness, at)
      SELECT ${newId('pkt')}, ${run.conversationId}, coalesce(max(version), 0) + 1, ${run.id}, ${JSON.stringify(packet)}::jsonb, ${packet.completeness.score}, ${at}
      FROM handoff_packet WHERE conversation_id = ${run.conversationId}
    )`;

export const latestPacket = async (
  db: Db,
  conversationId: string,
): Promise<{ id: string; packet: HandoffPacket } | null> => {
  const row = await db.handoffPacket.findFirst({ where: { conversationId }, orderBy: { version: 'desc' } });
  return row && { id: row.id, packet: row.payload as unknown as HandoffPacket };
};

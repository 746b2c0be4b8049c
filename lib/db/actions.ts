import { newId } from '../core/ids';
import type { Action, ActionOrigin, ActionOutcome, ActionState, Approval, Effect } from '../domain/action';
import type { WriteTool } from '../domain/tool';
import { lockConversation } from './conversations';
import { Prisma } from './generated/client';
import type { Db, Tx } from './handle';

const INCLUDE = { approvals: { orderBy: { at: 'asc' } }, receipt: true } satisfies Prisma.ActionInclude;
type Row = Prisma.ActionGetPayload<{ include: typeof INCLUDE }>;

/** Not parsed where this file wrote it: effects, clauses and outcomes are stored as the domain has them. */
const toAction = (row: Row): Action => ({
  id: row.id,
  conversationId: row.conversationId,
  customerId: row.customerId,
  tool: row.tool as WriteTool,
  params: row.params as Action['params'],
  hash: row.hash,
  state: row.state as ActionState,
  effect: row.effect as unknown as Effect,
  requestedById: row.requestedById,
  requestedByName: row.requestedByName,
  requestedAt: row.requestedAt.toISOString(),
  origin: row.origin as ActionOrigin,
  originId: row.originId,
  fault: row.fault,
  finishedAt: row.finishedAt?.toISOString() ?? null,
  reversesId: row.reversesId,
  approvals: row.approvals.map((approval) => ({
    step: approval.step as Approval['step'],
    verdict: approval.verdict as Approval['verdict'],
    actorId: approval.actorId,
    actorName: approval.actorName,
    role: approval.role,
    hash: approval.hash,
    policyHash: approval.policyHash,
    clauses: approval.clauses as unknown as Approval['clauses'],
    reason: approval.reason,
    at: approval.at.toISOString(),
  })),
  receipt: row.receipt && {
    number: row.receipt.number,
    outcome: row.receipt.result as unknown as ActionOutcome,
    at: row.receipt.at.toISOString(),
  },
});

export interface NewAction
  extends Pick<
    Action,
    | 'customerId'
    | 'conversationId'
    | 'tool'
    | 'params'
    | 'hash'
    | 'effect'
    | 'requestedById'
    | 'requestedByName'
    | 'origin'
    | 'originId'
    | 'reversesId'
  > {
  requestKey: string;
  state: 'approved' | 'waiting';
  at: Date;
}

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

export const createAction = async (tx: Tx, { at, ...action }: NewAction): Promise<string> => {
  const id = newId('act', at.getTime());
  await tx.action.create({
    data: {
      ...action,
      id,
      params: json(action.params),
      effect: json(action.effect),
      amountMinor: action.effect.amount.minor,
      requestedAt: at,
    },
  });
  return id;
};

export interface NewApproval
  extends Pick<Approval, 'step' | 'verdict' | 'role' | 'hash' | 'policyHash' | 'clauses' | 'reason'> {
  actionId: string;
  actorId: string;
  actorName: string;
  at: Date;
}

export const addApproval = async (tx: Tx, approval: NewApproval): Promise<void> => {
  await tx.approval.create({ data: { id: newId('apr'), ...approval, clauses: json(approval.clauses) } });
};

export const findAction = async (db: Db, id: string): Promise<Action | null> => {
  const row = await db.action.findUnique({ where: { id }, include: INCLUDE });
  return row && toAction(row);
};

/** The action that this person asked for with this key, if they did. */
export const actionByKey = async (
  db: Db,
  requestedById: string,
  requestKey: string,
): Promise<Action | null> => {
  const row = await db.action.findUnique({
    where: { requestedById_requestKey: { requestedById, requestKey } },
    include: INCLUDE,
  });
  return row && toAction(row);
};

/**
 * Holds what an action touches before the action itself, in the order that every writer takes: its conversation, its customer, and then
 * its own row. Answers it as it stands then.
 */
export const holdAction = async (tx: Tx, id: string): Promise<Action | null> => {
  const known = await tx.action.findUnique({
    where: { id },
    select: { conversationId: true, customerId: true },
  });
  if (known === null) return null;
  if (known.conversationId !== null) await lockConversation(tx, known.conversationId);
  await holdCustomer(tx, known.customerId);
  return lockAction(tx, id);
};

const holdCustomer = async (tx: Tx, customerId: string): Promise<void> => {
  await tx.$queryRaw`SELECT id FROM customer WHERE id = ${customerId} FOR NO KEY UPDATE`;
};

/** The action with its row held until the transaction ends; whoever else wants to decide or run it waits. */
export const lockAction = async (tx: Tx, id: string): Promise<Action | null> => {
  await tx.$queryRaw`SELECT id FROM action WHERE id = ${id} FOR UPDATE`;
  return findAction(tx, id);
};

/** Whether taking this action back was asked for before, however that went; the reversal that `except` names does not count. */
export const wasTakenBack = async (db: Db, id: string, except: string): Promise<boolean> =>
  (await db.action.count({ where: { reversesId: id, id: { not: except } } })) > 0;

/** Newest first. */
export const actionsOf = async (db: Db, conversationId: string, limit = 50): Promise<Action[]> => {
  const rows = await db.action.findMany({
    where: { conversationId },
    include: INCLUDE,
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toAction);
};

/** Actions of the conversations of a team's queues, or of all, the oldest first. */
export const actionsInState = async (
  db: Db,
  state: ActionState,
  teamId: string | null,
  limit = 100,
): Promise<{ action: Action; customerName: string }[]> => {
  const rows = await db.action.findMany({
    where: { state, ...(teamId === null ? {} : { conversation: { queue: { teamId } } }) },
    include: { ...INCLUDE, customer: { select: { name: true } } },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map((row) => ({ action: toAction(row), customerName: row.customer.name }));
};

/** Approved actions that nobody runs: approved for longer than whoever approves them takes to run them. The oldest first. */
export const strandedActions = async (db: Db, limit: number): Promise<string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM action WHERE state = 'approved' AND requested_at < now() - interval '5 seconds' ORDER BY requested_at LIMIT ${limit}`;
  return rows.map(({ id }) => id);
};

export const setActionState = async (
  tx: Tx,
  id: string,
  state: ActionState,
  more: { fault?: string | null; finishedAt?: Date } = {},
): Promise<void> => {
  await tx.action.update({ where: { id }, data: { state, ...more } });
};

/** One more try that a system of record did not answer. */
export const recordFault = async (tx: Tx, id: string, fault: string, at: Date): Promise<void> => {
  await tx.action.update({
    where: { id },
    data: { state: 'failed', fault, finishedAt: at, attempts: { increment: 1 } },
  });
};

/** The proof that it ran, and its new state, in one. */
export const addReceipt = async (tx: Tx, id: string, outcome: ActionOutcome, at: Date): Promise<void> => {
  // The random end of the action's id: unique, short enough to be read over the phone.
  const number = `RCP-${id.slice(-10).toUpperCase()}`;
  await tx.receipt.create({ data: { actionId: id, number, result: json(outcome), at } });
  await tx.action.update({
    where: { id },
    data: { state: 'done', fault: null, finishedAt: at, attempts: { increment: 1 } },
  });
};

export interface Usage {
  /** In cents. */
  amount: number;
  times: number;
}

/** What counts towards a limit: asked for and not declined, failed or taken back; taking back gives nothing. */
const COUNTS = Prisma.sql`state IN ('waiting', 'approved', 'done') AND reverses_id IS NULL`;

/** What was given with a tool: to a customer since a moment, and by a person since another, offers apart, which have a pool of their own. `except` is the action that is being decided. */
export const usageOf = async (
  tx: Tx,
  given: {
    tool: WriteTool;
    customerId: string;
    customerSince: Date;
    actorId: string;
    actorSince: Date;
    except: string;
  },
): Promise<{ customer: Usage; actor: Usage }> => {
  const [row] = await tx.$queryRaw<
    { customer_amount: bigint; customer_times: bigint; actor_amount: bigint; actor_times: bigint }[]
  >`
    SELECT coalesce(sum(amount_minor) FILTER (WHERE customer_id = ${given.customerId} AND requested_at > ${given.customerSince}), 0) AS customer_amount,
      count(*) FILTER (WHERE customer_id = ${given.customerId} AND requested_at > ${given.customerSince}) AS customer_times,
      coalesce(sum(amount_minor) FILTER (WHERE requested_by_id = ${given.actorId} AND requested_at > ${given.actorSince} AND origin <> 'offer'), 0) AS actor_amount,
      count(*) FILTER (WHERE requested_by_id = ${given.actorId} AND requested_at > ${given.actorSince} AND origin <> 'offer') AS actor_times
    FROM action WHERE tool = ${given.tool} AND id <> ${given.except} AND ${COUNTS}
      AND (customer_id = ${given.customerId} AND requested_at > ${given.customerSince}
        OR requested_by_id = ${given.actorId} AND requested_at > ${given.actorSince})`;
  return {
    customer: { amount: Number(row?.customer_amount ?? 0), times: Number(row?.customer_times ?? 0) },
    actor: { amount: Number(row?.actor_amount ?? 0), times: Number(row?.actor_times ?? 0) },
  };
};

/**
 * Holds a customer and a person's use of a tool until the transaction ends, so that limits which add up over actions are counted one
 * action after another. Always in this order.
 */
export const holdLimits = async (
  tx: Tx,
  customerId: string,
  actorId: string,
  tool: WriteTool,
): Promise<void> => {
  await holdCustomer(tx, customerId);
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`limits ${actorId} ${tool}`}, 0))::text`;
};

/** Patience of a transaction with systems of record that are tables: whoever waits longer is told so, and may try again. */
export const limitPatience = async (
  tx: Tx,
  { lockMs, statementMs }: { lockMs: number; statementMs: number },
): Promise<void> => {
  await tx.$queryRaw`SELECT set_config('lock_timeout', ${`${lockMs}ms`}, true), set_config('statement_timeout', ${`${statementMs}ms`}, true)`;
};

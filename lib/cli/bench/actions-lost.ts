import { database } from '@/lib/db/client';
import type { Stored } from './actions-stored';
import type { Acknowledged } from './actions-wishes';

/** How many rows a statement has. */
const count = async (sql: string): Promise<number> => {
  const [row] = await database().prisma.$queryRawUnsafe<{ n: bigint }[]>(
    `SELECT count(*) AS n FROM (${sql}) AS counted`,
  );
  return Number(row?.n ?? 0);
};

/** What each action left in a system of record, and whether it still stands. */
const EFFECTS = `
  SELECT action_id, 'apply-credit' AS tool, reversed_at IS NULL AS stands FROM credit WHERE action_id IS NOT NULL
  UNION ALL SELECT action_id, 'reship-order', status <> 'cancelled' FROM "order" WHERE action_id IS NOT NULL
  UNION ALL SELECT action_id, 'book-visit', status <> 'cancelled' FROM visit WHERE action_id IS NOT NULL
  UNION ALL SELECT action_id, 'issue-coupon', cancelled_at IS NULL FROM coupon WHERE action_id IS NOT NULL`;

const RAN = `state IN ('done', 'reversed')`;

/** Whether what a browser was told is so: the action is there, is what was approved, and has kept the receipt it had. */
const stillSo = ({ key, action }: Acknowledged, stored: Stored | undefined): boolean =>
  stored !== undefined &&
  stored.requestKey === key &&
  stored.hash === action.hash &&
  (action.receipt === null || stored.receipt === action.receipt) &&
  (action.state !== 'done' || stored.state === 'done' || stored.state === 'reversed');

export const lostActions = async (actions: readonly Stored[], acknowledged: readonly Acknowledged[]) => {
  const byId = new Map(actions.map((action) => [action.id, action]));
  return {
    /** What browsers were told that is not so. */
    acknowledged: acknowledged.filter((one) => !stillSo(one, byId.get(one.action.id))).length,
    /** Approved and never run. */
    unfinished: actions.filter(({ state }) => state === 'approved').length,
    receipts: await count(
      `SELECT 1 FROM action a WHERE ${RAN} AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.action_id = a.id)`,
    ),
    /** Run without its one effect, or with one that stands where it was taken back, or the other way round. */
    effects: await count(`
      SELECT 1 FROM action a WHERE ${RAN} AND reverses_id IS NULL
        AND (SELECT count(*) FROM (${EFFECTS}) e WHERE e.action_id = a.id AND e.tool = a.tool AND e.stands = (a.state = 'done')) <> 1`),
    reversals: await count(`
      SELECT 1 FROM action a WHERE reverses_id IS NULL
        AND (state = 'reversed') <> EXISTS (SELECT 1 FROM action b WHERE b.reverses_id = a.id AND b.state = 'done')`),
    approvals: await count(`
      SELECT 1 FROM action a WHERE NOT EXISTS (SELECT 1 FROM approval p WHERE p.action_id = a.id AND p.step = 'first' AND p.hash = a.hash)`),
    /** Receipts that the timeline does not name. */
    timeline: await count(`
      SELECT 1 FROM receipt r JOIN action a ON a.id = r.action_id WHERE NOT EXISTS (
        SELECT 1 FROM turn t WHERE t.conversation_id = a.conversation_id AND t.text LIKE '%Receipt ' || r.number || '.')`),
    /** Approvals and receipts that the audit chain does not know. */
    audit:
      (await count(
        `SELECT 1 FROM action a WHERE NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.resource = a.id AND e.action = 'action.approved')`,
      )) +
      (await count(
        `SELECT 1 FROM receipt r WHERE NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.resource = r.action_id AND e.action = 'action.done')`,
      )),
  };
};

export const doubledActions = async () => ({
  keys: await count('SELECT 1 FROM action GROUP BY requested_by_id, request_key HAVING count(*) > 1'),
  /** More than one effect of an action, or one of an action that did not run. */
  effects:
    (await count(`SELECT 1 FROM (${EFFECTS}) e GROUP BY action_id HAVING count(*) > 1`)) +
    (await count(
      `SELECT 1 FROM (${EFFECTS}) e WHERE NOT EXISTS (SELECT 1 FROM action a WHERE a.id = e.action_id AND a.${RAN})`,
    )),
  receipts: await count(
    `SELECT 1 FROM receipt r JOIN action a ON a.id = r.action_id WHERE a.state NOT IN ('done', 'reversed')`,
  ),
  /** Orders with two replacements on their way. */
  replacements: await count(
    `SELECT 1 FROM "order" WHERE reship_of IS NOT NULL AND status <> 'cancelled' GROUP BY reship_of HAVING count(*) > 1`,
  ),
  /** Slots in which one technician has two visits. */
  slots: await count(
    `SELECT 1 FROM visit WHERE status = 'booked' AND technician_id IS NOT NULL GROUP BY technician_id, "on", "window" HAVING count(*) > 1`,
  ),
  timeline: await count(`
    SELECT 1 FROM receipt r JOIN action a ON a.id = r.action_id JOIN turn t ON t.conversation_id = a.conversation_id
      AND t.text LIKE '%Receipt ' || r.number || '.' GROUP BY r.action_id HAVING count(*) > 1`),
  audit: await count(
    `SELECT 1 FROM audit_entry WHERE action IN ('action.approved', 'action.done') GROUP BY resource, action HAVING count(*) > 1`,
  ),
});

import { database } from '@/lib/db/client';

/** An action as the count needs it. */
export interface Stored {
  id: string;
  customerId: string;
  tool: string;
  state: string;
  fault: string | null;
  hash: string;
  params: Record<string, unknown>;
  effect: { changes: { what: string; after: string }[] };
  amountMinor: number;
  requestedById: string;
  requestKey: string;
  requestedAt: Date;
  reversesId: string | null;
  receipt: string | null;
  /** Steps of its approvals. */
  approvals: string[];
  /** When it ceased to count towards limits: declined, failed or taken back. */
  freedAt: Date | null;
}

/** Every action of the test; the demo has none of its own. */
export const storedActions = (): Promise<Stored[]> =>
  database().prisma.$queryRaw<Stored[]>`
    SELECT a.id, a.customer_id AS "customerId", a.tool, a.state, a.fault, a.hash, a.params, a.effect, a.amount_minor AS "amountMinor",
      a.requested_by_id AS "requestedById", a.request_key AS "requestKey", a.requested_at AS "requestedAt", a.reverses_id AS "reversesId",
      r.number AS receipt, ARRAY(SELECT p.step FROM approval p WHERE p.action_id = a.id ORDER BY p.step) AS approvals,
      CASE WHEN a.state IN ('declined', 'failed') THEN a.finished_at
        WHEN a.state = 'reversed' THEN (SELECT b.finished_at FROM action b WHERE b.reverses_id = a.id) END AS "freedAt"
    FROM action a LEFT JOIN receipt r ON r.action_id = a.id ORDER BY a.requested_at, a.id`;

import type { OrderRecord } from '../../actions/systems/orders';
import { usd } from '../../core/money';
import type { Tx } from '../handle';

type Row = Omit<OrderRecord, 'amount' | 'value' | 'inStock'> & { amount: number; value: number };

/** An order of a customer by its id or number. `value` is what the first order of a chain of replacements was sold for. */
export const findOrder = async (
  tx: Tx,
  customerId: string,
  order: string,
): Promise<Omit<OrderRecord, 'inStock'> | null> => {
  const [row] = await tx.$queryRaw<Row[]>`
    WITH RECURSIVE chain AS (
      SELECT o.id, o.reship_of, o.amount_minor FROM "order" o WHERE o.customer_id = ${customerId} AND (o.id = ${order} OR o.number = ${order})
      UNION
      SELECT o.id, o.reship_of, o.amount_minor FROM "order" o JOIN chain c ON o.id = c.reship_of)
    SELECT o.id, o.number, o.item, o.status, o.placed::text, o.expected::text, o.reship_of AS "reshipOf", o.amount_minor AS amount,
      (SELECT max(amount_minor) FROM chain) AS value,
      (SELECT jsonb_build_object('carrier', m.carrier, 'tracking', m.tracking, 'status', m.status, 'expected', m.expected)
        FROM shipment m WHERE m.order_id = o.id ORDER BY m.id DESC LIMIT 1) AS shipment,
      (SELECT n.number FROM "order" n WHERE n.reship_of = o.id AND n.status <> 'cancelled' ORDER BY n.id DESC LIMIT 1) AS "replacedBy",
      (SELECT jsonb_build_object('number', r.number, 'status', r.status)
        FROM return_case r WHERE r.order_id = o.id AND r.status <> 'cancelled' ORDER BY r.id DESC LIMIT 1) AS returned
    FROM "order" o WHERE o.customer_id = ${customerId} AND (o.id = ${order} OR o.number = ${order})`;
  return row ? { ...row, amount: usd(row.amount), value: usd(row.value) } : null;
};

import type { BilledCharge, Refunded } from '../../actions/systems/billing';
import { newId } from '../../core/ids';
import type { Tx } from '../handle';
import { findDoublePayment } from './double-payments';
import { dayOf, holdCustomer } from './locks';

interface ChargeRow {
  id: string;
  label: string;
  amount: number;
  refunded: number;
  number: string;
  issued: string;
  status: string;
  /** Of the whole bill: what it came to, and what of it was given back. */
  total: number;
  refundedOfBill: number;
  method: string | null;
}

/** What a refund is sent by when nothing says how the bill was paid. */
const BY_CHECK = 'check';

/**
 * A charge of this customer with its bill. What paid the bill is the first posted payment of its amount since it was issued, else the first
 * of any amount. No more of a bill can be given back than it came to, which discounts made less than its charges.
 */
const readCharge = async (tx: Tx, customerId: string, chargeId: string): Promise<BilledCharge | null> => {
  const [row] = await tx.$queryRaw<ChargeRow[]>`
    SELECT h.id, h.label, h.amount_minor AS amount, h.refunded_minor AS refunded, i.number, i.issued::text AS issued, i.status,
      i.total_minor AS total, (SELECT sum(o.refunded_minor) FROM charge o WHERE o.invoice_id = i.id)::int AS "refundedOfBill",
      (SELECT p.method FROM payment p
        WHERE p.customer_id = i.customer_id AND p.status = 'posted' AND p.amount_minor > 0 AND p.on >= i.issued
        ORDER BY p.amount_minor = i.total_minor DESC, p.on, p.id LIMIT 1) AS method
    FROM charge h JOIN invoice i ON i.id = h.invoice_id WHERE h.id = ${chargeId} AND i.customer_id = ${customerId}`;
  if (!row) return null;
  const { id, label, amount, refunded, number, issued, status, total, refundedOfBill, method } = row;
  return {
    id,
    label,
    amount,
    refunded,
    left: Math.max(0, Math.min(amount - refunded, total - refundedOfBill)),
    bill: { number, issued, status },
    method: status === 'paid' ? (method ?? BY_CHECK) : null,
  };
};

const readDoublePayment = async (
  tx: Tx,
  customerId: string,
  paymentId: string,
): Promise<BilledCharge | null> => {
  const double = await findDoublePayment(tx, customerId, paymentId);
  if (!double) return null;
  const { payment, bill, refunded } = double;
  return {
    id: payment.id,
    label: 'Second payment',
    amount: payment.amount,
    refunded,
    left: Math.max(0, payment.amount - refunded),
    bill: { number: bill.number, issued: bill.issued, status: bill.status },
    method: payment.method,
  };
};

/** See BillingSystem.findCharge. */
export const findCharge = async (tx: Tx, customerId: string, id: string): Promise<BilledCharge | null> =>
  (await readCharge(tx, customerId, id)) ?? (await readDoublePayment(tx, customerId, id));

/** Gives back some of what was paid as a payment below zero, with the customer held, so that two at once cannot give more than was paid. */
export const refundCharge = async (
  tx: Tx,
  { customerId, chargeId, amount, at }: { customerId: string; chargeId: string; amount: number; at: Date },
  key: string,
): Promise<Refunded> => {
  // Its own statement: what is read after the wait is what the other one left.
  await holdCustomer(tx, customerId);
  const charge = await findCharge(tx, customerId, chargeId);
  if (!charge) return { is: 'unknown' };
  const before = await tx.payment.findUnique({ where: { actionId: key } });
  if (before)
    return { is: 'refunded', paymentId: before.id, method: before.method, amount: -before.amountMinor };
  if (charge.method === null) return { is: 'unpaid' };
  if (amount > charge.left) return { is: 'too-much', left: charge.left };
  // The database refuses to give back more than the charge, whoever else writes it.
  await tx.charge.updateMany({ where: { id: chargeId }, data: { refundedMinor: { increment: amount } } });
  const paymentId = newId('pay', at.getTime());
  await tx.payment.create({
    data: {
      id: paymentId,
      customerId,
      on: dayOf(at),
      amountMinor: -amount,
      method: charge.method,
      status: 'pending',
      chargeId,
      actionId: key,
    },
  });
  return { is: 'refunded', paymentId, method: charge.method, amount };
};

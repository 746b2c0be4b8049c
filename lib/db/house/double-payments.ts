import { type DoublePayment, doublePayments } from '../../actions/billing/double-payments';
import { DAY } from '../../core/clock';
import type { Tx } from '../handle';

/** How far back bills and payments are looked at: what is older is not refunded by any policy. */
const FAR_BACK = 400 * DAY;

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** A payment of this customer that was made for a bill twice, with what of it was given back so far, in cents. Null when it is none. */
export const findDoublePayment = async (
  tx: Tx,
  customerId: string,
  paymentId: string,
): Promise<(DoublePayment & { refunded: number }) | null> => {
  const payment = await tx.payment.findFirst({ where: { id: paymentId, customerId } });
  if (!payment) return null;
  const since = new Date(payment.on.getTime() - FAR_BACK);
  const bills = await tx.invoice.findMany({ where: { customerId, issued: { gte: since } } });
  const payments = await tx.payment.findMany({
    where: { customerId, on: { gte: since } },
    orderBy: [{ on: 'desc' }, { id: 'asc' }],
  });
  const found = doublePayments(
    bills.map(({ number, issued, status, totalMinor }) => ({
      number,
      issued: day(issued),
      status,
      total: totalMinor,
    })),
    payments.map(({ id, on, status, method, amountMinor }) => ({
      id,
      on: day(on),
      status,
      method,
      amount: amountMinor,
    })),
  ).find((double) => double.payment.id === paymentId);
  // A refund names what it gives back: a charge, or such a payment.
  const refunds = payments.filter(({ chargeId }) => chargeId === paymentId);
  return found
    ? { ...found, refunded: -refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0) }
    : null;
};

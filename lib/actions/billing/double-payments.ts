import type { Account } from '../../domain/customer';

export interface Bill {
  number: string;
  issued: string;
  status: string;
  /** In cents. */
  total: number;
}

export interface Paid {
  id: string;
  on: string;
  status: string;
  method: string;
  /** In cents; below zero where money went back. */
  amount: number;
}

export interface DoublePayment {
  payment: Paid;
  bill: Bill;
}

const oldestFirst = <Item>(items: readonly Item[], day: (item: Item) => string): Item[] =>
  items.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));

/**
 * Payments that were made for a bill that another one had paid: both posted, both of the bill's amount (docs/larkspur.md knows no part
 * payment of one). Each paid bill, the oldest first, takes the first payment of its amount since it was issued; one that is left over and
 * came before the next bill was for nothing. A bill paid by something that is not recorded takes somebody's place, so this errs towards
 * finding none. Pure; in any order.
 */
export const doublePayments = (bills: readonly Bill[], payments: readonly Paid[]): DoublePayment[] => {
  const inOrder = oldestFirst(bills, ({ issued }) => issued);
  const free = oldestFirst(
    payments.filter(({ status, amount }) => status === 'posted' && amount > 0),
    ({ on }) => on,
  );
  for (const { status, total, issued } of inOrder) {
    const first = free.findIndex(({ amount, on }) => amount === total && on >= issued);
    if (status === 'paid' && first >= 0) free.splice(first, 1);
  }
  return free.flatMap((payment) => {
    const bill = inOrder.findLast(({ issued }) => issued <= payment.on);
    return bill?.status === 'paid' && bill.total === payment.amount ? [{ payment, bill }] : [];
  });
};

/** Payments of this account that were made for a bill twice, the newest first. */
export const doublePaymentsOf = ({ invoices, payments }: Account) =>
  doublePayments(
    invoices.map(({ total, ...bill }) => ({ ...bill, total: total.minor })),
    payments.map(({ amount, ...payment }) => ({ ...payment, amount: amount.minor })),
  )
    .map(({ payment }) => payment)
    .toReversed();

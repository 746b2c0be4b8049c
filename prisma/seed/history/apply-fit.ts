import { DAY } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { addLine, dropLine } from '../accounts/bill';
import type { Numbers } from '../accounts/numbers';
import { makeOrder, makeVisit } from '../accounts/purchases';
import { daysAfter, daysAgo, monthsAgo } from '../days';
import type { About } from './fill-slots';
import type { Planned } from './plan';

/** Changes the account so that the conversation could have happened on it, and says which records it was about. */
export const applyFit = (
  { past, fit, account, openedAt }: Planned,
  now: Date,
  numbers: Numbers,
  random: () => number,
): About => {
  const day = daysAgo(openedAt, 0);
  const about: About = { account };

  if (past.needs.includes('order')) {
    const { item, status, daysAfterPlaced, express } = fit.order ?? {
      status: 'delivered',
      daysAfterPlaced: 5,
    };
    const order = makeOrder(
      account.customer.id,
      daysAfter(day, -daysAfterPlaced),
      status,
      express === true,
      numbers,
      random,
      item,
    );
    // What was still to come is on its way today.
    if (status === 'delivered' && order.expected instanceof Date && order.expected > now)
      order.status = 'shipped';
    account.orders.push(order);
    about.order = order;
  }

  if (past.needs.includes('visit')) {
    const { kind, status, inDays, ours } = fit.visit ?? { kind: 'wifi', status: 'done', inDays: 3 };
    const on = daysAfter(day, inDays);
    const settled = inDays < 0 && on.getUTCDay() === 0 ? daysAfter(on, -1) : on;
    const visit = makeVisit(account, { on: settled, kind, status, ours: ours === true }, numbers, random);
    if (visit.on.getTime() > now.getTime() - DAY) visit.status = 'booked';
    account.visits.push(visit);
    about.visit = visit;
  }

  if (past.needs.includes('invoice')) {
    const latest = daysAfter(day, -(fit.bill?.oldDays ?? 0));
    const from = account.bills.findIndex(({ invoice }) => invoice.issued <= latest);
    const bills = account.bills.slice(from, from + (fit.bill?.bills ?? 1));
    const { drop, add, paidLate } = fit.bill ?? {};
    for (const bill of bills) {
      for (const line of add ?? []) addLine(bill, line);
      if (drop !== undefined) dropLine(bill, drop);
      if (paidLate && bill.payment) bill.payment.on = daysAfter(bill.invoice.issued, 32);
    }
    for (const bill of account.bills) {
      if (fit.firstYear && bill.invoice.issued < monthsAgo(account.customer.since, -12))
        addLine(bill, fit.firstYear);
    }
    about.bill = bills[0];
  }

  if (fit.credit) {
    account.credits.push({
      id: newId('cre', day.getTime()),
      customerId: account.customer.id,
      on: day,
      ...fit.credit,
    });
  }
  if (fit.note)
    account.customer.notes = [
      ...(Array.isArray(account.customer.notes) ? account.customer.notes : []),
      fit.note,
    ];
  if (fit.vulnerable) account.customer.vulnerable = true;
  return about;
};

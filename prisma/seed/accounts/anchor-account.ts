import { newId } from '@/lib/core/ids';
import { toMinor } from '@/lib/core/money';
import { PLANS, ZIP } from '../catalogue';
import { daysAfter, daysAgo, monthsAgo } from '../days';
import type { CustomerFile } from '../files/customer-file';
import type { Bill, SeedAccount } from './account';
import { type Line, makeBill, payBill, writtenLines } from './bill';
import type { Numbers } from './numbers';
import { withNetwork } from './with-network';

/** Lines that do not come back every month. */
const ONE_OFF = [
  'fee',
  'not returned',
  'early end',
  'first ',
  'in advance',
  'installation',
  'visit',
  'refund',
];

/** What an earlier bill had: the recurring lines of the oldest written one, each once. */
const recurringLines = (lines: Line[]): Line[] => {
  const seen = new Set<string>();
  return lines.filter(({ label }) => {
    const fresh = !seen.has(label);
    seen.add(label);
    return fresh && !ONE_OFF.some((word) => label.toLowerCase().includes(word));
  });
};

/** The account of a customer written by hand, its earlier bills added back to six. */
export const anchorAccount = (key: string, file: CustomerFile, now: Date, numbers: Numbers): SeedAccount => {
  const since = monthsAgo(now, file.tenure_months);
  const id = newId('cus', since.getTime());
  const payments = file.payments.map((payment) => {
    const on = daysAgo(now, payment.days_ago);
    return {
      id: newId('pay', on.getTime()),
      customerId: id,
      on,
      amountMinor: toMinor(payment.amount),
      method: payment.method,
      status: payment.status,
    };
  });
  /** Takes the earliest written payment that settles a bill out of those still free. */
  const settle = (bill: Bill, latest: Date): boolean => {
    const fits = payments
      .filter(
        ({ on, status, amountMinor }) =>
          status === 'posted' &&
          amountMinor === bill.invoice.totalMinor &&
          on >= bill.invoice.issued &&
          on <= latest,
      )
      .sort((a, b) => a.on.getTime() - b.on.getTime() || a.id.localeCompare(b.id))[0];
    if (!fits) return false;
    bill.payment = fits;
    payments.splice(payments.indexOf(fits), 1);
    return true;
  };

  const bills = file.invoices.map((invoice) => {
    const bill = makeBill(
      id,
      invoice.number,
      daysAgo(now, invoice.days_ago),
      invoice.status,
      writtenLines(invoice.charges),
    );
    if (invoice.status === 'paid') settle(bill, now);
    return bill;
  });
  const oldest = file.invoices.at(-1);
  if (oldest) {
    const lines = recurringLines(writtenLines(oldest.charges));
    for (let back = 1; bills.length < 6; back++) {
      const issued = daysAgo(now, oldest.days_ago + 30 * back);
      if (issued <= daysAfter(since, 25) || lines.length === 0) break;
      const bill = makeBill(id, numbers.invoice(issued), issued, 'paid', lines);
      if (!settle(bill, daysAfter(issued, 25)))
        payBill(bill, daysAfter(issued, 9), file.payments[0]?.method ?? 'card');
      bills.push(bill);
    }
  }

  const account = {
    key,
    contact: null,
    customer: {
      id,
      accountNumber: numbers.account(),
      name: file.name,
      tier: file.tier,
      area: file.area,
      zip: ZIP[file.area],
      language: file.language,
      vulnerable: file.vulnerable,
      autopay: file.autopay,
      since,
      priceLockUntil: file.price_lock_months_left > 0 ? monthsAgo(now, -file.price_lock_months_left) : null,
      notes: file.notes,
      createdAt: since,
    },
    contactPoints: [
      { id: newId('con', since.getTime()), customerId: id, kind: 'email', value: file.email.toLowerCase() },
      { id: newId('con', since.getTime()), customerId: id, kind: 'phone', value: file.phone },
    ],
    services: file.services.map(({ kind, plan }) => ({
      id: newId('srv', since.getTime()),
      customerId: id,
      kind,
      plan,
      priceMinor: PLANS[plan].priceMinor,
      since,
    })),
    devices: file.devices.map(({ model, age_months, status }) => {
      const installed = monthsAgo(now, age_months);
      return { id: newId('dev', installed.getTime()), customerId: id, model, installed, status };
    }),
    bills,
    payments,
    orders: file.orders.map((order) => {
      const placed = daysAgo(now, order.placed_days_ago);
      const expected = order.expected_in_days === null ? null : daysAgo(now, -order.expected_in_days);
      return {
        id: newId('ord', placed.getTime()),
        customerId: id,
        number: order.number,
        item: order.item,
        amountMinor: toMinor(order.amount),
        status: order.status,
        placed,
        expected,
      };
    }),
    visits: file.visits.map((visit) => {
      const on = daysAgo(now, -visit.in_days);
      return {
        id: newId('vis', now.getTime()),
        customerId: id,
        number: visit.number,
        kind: visit.kind,
        on,
        window: visit.window,
        status: visit.status,
        tripFeeMinor: toMinor(visit.trip_fee),
        model: visit.model ?? null,
        symptom: visit.symptom ?? null,
        part: visit.part?.name ?? null,
        partStatus: visit.part?.status ?? null,
        partExpected: visit.part ? daysAgo(now, -visit.part.expected_in_days) : null,
      };
    }),
    credits: file.credits.map((credit) => {
      const on = daysAgo(now, credit.days_ago);
      return {
        id: newId('cre', on.getTime()),
        customerId: id,
        kind: credit.kind,
        on,
        amountMinor: toMinor(credit.amount),
      };
    }),
  };
  return withNetwork(account, now);
};

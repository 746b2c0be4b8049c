import { newId } from '@/lib/core/ids';
import { toMinor } from '@/lib/core/money';
import { DISCOUNTS, DUE_DAYS, FEES, PLANS, type Plan } from '../catalogue';
import { daysAfter } from '../days';
import type { Bill } from './account';

export interface Line {
  label: string;
  amountMinor: number;
}

export interface Subscription {
  plans: Plan[];
  tvBoxes: number;
  rentedMeshPoints: number;
  autopay: boolean;
}

/** What a subscription costs in a full month, line by line, by the fact sheet. */
export const monthlyLines = ({ plans, tvBoxes, rentedMeshPoints, autopay }: Subscription): Line[] => {
  const kinds = new Set<string>(plans.map((plan) => PLANS[plan].kind));
  const mobile = plans.filter((plan) => PLANS[plan].kind === 'mobile');
  const label = (plan: Plan, index: number): string => {
    const line = plans.slice(0, index + 1).filter((one) => PLANS[one].kind === 'mobile').length;
    return PLANS[plan].kind === 'mobile' && mobile.length > 1 ? `${plan}, line ${line}` : plan;
  };
  const times = (count: number, line: Line): Line[] => Array.from({ length: Math.max(0, count) }, () => line);
  return [
    ...plans.map((plan, index) => ({ label: label(plan, index), amountMinor: PLANS[plan].priceMinor })),
    ...times(tvBoxes - 1, { label: 'Extra TV box', amountMinor: FEES.furtherTvBox }),
    ...times(rentedMeshPoints, { label: 'LM-10 mesh point rental', amountMinor: FEES.meshPoint }),
    ...times(kinds.has('fiber') && kinds.has('tv') ? 1 : 0, {
      label: 'Fiber and TV bundle',
      amountMinor: DISCOUNTS.fiberAndTv,
    }),
    ...times(kinds.has('fiber') && kinds.has('mobile') ? 1 : 0, {
      label: 'Fiber and mobile bundle',
      amountMinor: DISCOUNTS.fiberAndMobile,
    }),
    ...times(autopay ? 1 : 0, { label: 'AutoPay with paperless billing', amountMinor: DISCOUNTS.autopay }),
  ];
};

/** A first bill: the days since the start by share of a 30-day month, then the next month in advance. */
export const firstLines = (monthly: Line[], days: number): Line[] => {
  const share = (minor: number): number => Math.round((minor * days) / 30);
  return [
    ...monthly
      .filter(({ amountMinor }) => amountMinor > 0)
      .map(({ label, amountMinor }) => ({
        label: `${label}, first ${days} days`,
        amountMinor: share(amountMinor),
      })),
    ...monthly.map(({ label, amountMinor }) =>
      amountMinor > 0 ? { label: `${label}, next month in advance`, amountMinor } : { label, amountMinor },
    ),
  ];
};

/** Lines written by hand, with amounts in dollars. */
export const writtenLines = (lines: { label: string; amount: number }[]): Line[] =>
  lines.map(({ label, amount }) => ({ label, amountMinor: toMinor(amount) }));

export const totalOf = (lines: { amountMinor: number }[]): number =>
  lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** A bill whose total is the sum of its lines, due 21 days after it was issued. */
export const makeBill = (
  customerId: string,
  number: string,
  issued: Date,
  status: string,
  lines: Line[],
): Bill => {
  const id = newId('inv', issued.getTime());
  return {
    invoice: {
      id,
      customerId,
      number,
      issued,
      due: daysAfter(issued, DUE_DAYS),
      status,
      totalMinor: totalOf(lines),
    },
    charges: lines.map((line) => ({ id: newId('chg', issued.getTime()), invoiceId: id, ...line })),
    payment: null,
  };
};

/** Notes that a bill was paid in full on a day. */
export const payBill = (bill: Bill, on: Date, method: string, status = 'posted'): void => {
  const { customerId, totalMinor } = bill.invoice;
  bill.invoice.status = 'paid';
  bill.payment = { id: newId('pay', on.getTime()), customerId, on, amountMinor: totalMinor, method, status };
};

/** The total is the sum of the lines, and what settled a bill is its total. */
const balance = (bill: Bill): void => {
  bill.invoice.totalMinor = totalOf(bill.charges);
  if (bill.payment) bill.payment.amountMinor = bill.invoice.totalMinor;
};

export const addLine = (bill: Bill, line: Line): void => {
  bill.charges.push({ id: newId('chg', bill.invoice.issued.getTime()), invoiceId: bill.invoice.id, ...line });
  balance(bill);
};

export const dropLine = (bill: Bill, dropped: string): void => {
  bill.charges = bill.charges.filter(({ label }) => label !== dropped);
  balance(bill);
};

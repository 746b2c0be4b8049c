import type { Account } from '../../domain/customer';
import { addDays, addMonths, daysFrom } from '../days';

/** A month that is billed at once: `from` is its first day and `to` the first day of the next. */
export interface BillPeriod {
  from: string;
  to: string;
  /** Days in it. */
  days: number;
  /** Days left of it, the day in question included. */
  left: number;
  /** Its last day. */
  last: string;
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/**
 * The bill period that a day falls into. Bills are issued in advance (docs/larkspur.md), so a period begins on the day of a bill's issue
 * and lasts a month; an account whose bill day is the 31st is billed on the last day of shorter months. `issued` may lie after `on`.
 */
export const billPeriod = (issued: string, on: string): BillPeriod => {
  const sameMonth = monthOf(on) - monthOf(issued);
  const month = addMonths(issued, sameMonth) <= on ? sameMonth : sameMonth - 1;
  const from = addMonths(issued, month);
  const to = addMonths(issued, month + 1);
  return { from, to, days: daysFrom(from, to), left: daysFrom(on, to), last: addDays(to, -1) };
};

/** The period that runs for an account, from the day of its newest bill; before the first bill, from the first day of service. */
export const periodOf = ({ invoices, services }: Account, on: string): BillPeriod => {
  const first = services.map(({ since }) => since).sort()[0];
  return billPeriod(invoices[0]?.issued ?? first ?? on, on);
};

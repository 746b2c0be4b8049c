import { daysBetween } from '@/lib/core/clock';
import { pick } from '@/lib/core/random';
import { DUE_DAYS, FEES, LATE_FEE_DAYS } from '../catalogue';
import { daysAfter, monthsAgo } from '../days';
import type { Bill } from './account';
import { addLine, firstLines, makeBill, monthlyLines, payBill } from './bill';
import type { Numbers } from './numbers';
import type { Profile } from './profile';

const BILLS = 6;

/** Days past its due date for which a bill can stay unpaid: past the 30 after which service is suspended. */
const OPEN_DAYS = 40;

/** Days from a bill's issue to its payment, and how it is paid. */
const habitOf = (profile: Profile, random: () => number): { days: number; method: string } => {
  if (profile.autopay) return { days: 9, method: pick(['card', 'card', 'bank'], random) };
  return {
    days: 3 + Math.floor(random() * 17),
    method: pick(['card', 'card', 'bank', 'bank', 'wallet', 'cash'], random),
  };
};

/** Up to six monthly bills, newest first: totals are sums, paid ones have their payment, late ones their fee. */
export const billingHistory = (
  customerId: string,
  profile: Profile,
  since: Date,
  now: Date,
  numbers: Numbers,
  random: () => number,
): Bill[] => {
  const newest = daysAfter(now, -Math.floor(random() * 29) - 1);
  const monthly = monthlyLines(profile);
  const habit = habitOf(profile, random);
  const issues = Array.from({ length: BILLS }, (_, back) => monthsAgo(newest, back)).filter(
    (issued) => issued > daysAfter(since, 2),
  );
  return issues.map((issued, index) => {
    const age = daysBetween(issued, now);
    const daysSinceStart = daysBetween(since, issued);
    const isFirst = index === issues.length - 1 && daysSinceStart < 33;
    const lines = isFirst ? firstLines(monthly, Math.min(29, daysSinceStart)) : monthly;
    const bill = makeBill(customerId, numbers.invoice(issued), issued, 'due', lines);
    if (isFirst && random() < 0.4)
      addLine(bill, { label: 'Professional installation', amountMinor: FEES.installation });
    const unpaid = profile.pays === 'overdue' && index < 2 && age < DUE_DAYS + OPEN_DAYS;
    if (unpaid) {
      if (age > DUE_DAYS) bill.invoice.status = 'overdue';
      if (age > DUE_DAYS + LATE_FEE_DAYS) addLine(bill, { label: 'Late fee', amountMinor: FEES.late });
    } else if (profile.pays === 'disputed' && index === 0) {
      addLine(bill, { label: 'Late change of a visit', amountMinor: 2500 });
      bill.invoice.status = 'disputed';
    } else if (age >= habit.days) {
      payBill(bill, daysAfter(issued, habit.days), habit.method);
    }
    return bill;
  });
};

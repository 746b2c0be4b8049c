import type { NewLine } from '../systems/billing';
import type { BillPeriod } from './bill-period';

/** A part of what is paid each month, in cents. */
export interface MonthlyLine {
  label: string;
  amount: number;
}

/** The share of a month's price for the days left of a bill period, in cents: price × days left ÷ days of the period, half a cent away from zero. */
export const prorated = (amount: number, { left, days }: Pick<BillPeriod, 'left' | 'days'>): number =>
  amount === 0 ? 0 : Math.sign(amount) * Math.round((Math.abs(amount) * left) / days);

/** In cents. */
export const totalOf = (lines: readonly NewLine[]): number =>
  lines.reduce((total, { amount }) => total + amount, 0);

/** `before` without those lines that `after` has as well, each counted once. */
const without = (before: readonly MonthlyLine[], after: readonly MonthlyLine[]): MonthlyLine[] => {
  const rest = [...after];
  return before.filter((line) => {
    const same = rest.findIndex(({ label, amount }) => label === line.label && amount === line.amount);
    if (same < 0) return true;
    rest.splice(same, 1);
    return false;
  });
};

/** What a change puts on the next bill: what was paid in advance comes back by day, and what is new is paid by day. */
export const prorationLines = (
  before: readonly MonthlyLine[],
  after: readonly MonthlyLine[],
  period: BillPeriod,
): NewLine[] => {
  const share = `${period.left} of ${period.days} days`;
  return [
    ...without(before, after).map(({ label, amount }) => ({
      label: `${label} until the change, ${share} back`,
      amount: prorated(-amount, period),
    })),
    ...without(after, before).map(({ label, amount }) => ({
      label: `${label} from the change, ${share}`,
      amount: prorated(amount, period),
    })),
  ];
};

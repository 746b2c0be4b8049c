import { DAY } from '@/lib/core/clock';
import { formatMoney, toMinor, usd } from '@/lib/core/money';
import { monthlyMinor, monthsSince, monthsUntil, overdueMinor } from '@/lib/domain/account-figures';
import type { Account } from '@/lib/domain/customer';
import { either, type Feature, plural } from './feature';
import { planUse } from './plan-use';

/** How far back missed visits, late orders and failed payments count. */
const HALF_YEAR = 182;

const within = (day: string, days: number, now: Date): boolean => {
  const age = now.getTime() - Date.parse(day);
  return age >= 0 && age <= days * DAY;
};

const dollars = (minor: number): number => minor / 100;
const inMoney = (value: number): string => formatMoney(usd(toMinor(value)));

/** The newest bill less the one before, in dollars; null before there are two. The first bill is prorated, so it is not compared. */
const billChange = ({ invoices }: Account): number | null => {
  const [newest, before, first] = invoices;
  return newest && before && first ? dollars(newest.total.minor - before.total.minor) : null;
};

const saysChange = (value: number): string => {
  if (value === 0) return 'The last two bills are the same';
  return `The bill went ${value > 0 ? 'up' : 'down'} by ${inMoney(Math.abs(value))} last month`;
};

const saysTenure = (months: number): string =>
  months < 24
    ? `With us for ${plural(months, 'month')}`
    : `With us for ${plural(Math.floor(months / 12), 'year')}`;

/** What the account says. */
export const ACCOUNT_FEATURES: readonly Feature[] = [
  {
    id: 'tenure_months',
    read: ({ account: { customer }, now }) => (customer.since ? monthsSince(customer.since, now) : null),
    says: saysTenure,
  },
  {
    id: 'lock_months_left',
    read: ({ account: { customer }, now }) =>
      customer.priceLockUntil ? monthsUntil(customer.priceLockUntil, now) : 0,
    says: (months) =>
      months === 0 ? 'No price lock now' : `Price lock for ${plural(months, 'more month', 'more months')}`,
  },
  {
    id: 'lock_months_over',
    read: ({ account: { customer }, now }) =>
      customer.priceLockUntil && Date.parse(customer.priceLockUntil) < now.getTime()
        ? monthsSince(customer.priceLockUntil, now)
        : null,
    says: (months) =>
      `The price lock ended ${months === 0 ? 'this month' : `${plural(months, 'month')} ago`}`,
  },
  {
    id: 'monthly_dollars',
    read: ({ account }) => dollars(monthlyMinor(account)),
    says: (value) => `${inMoney(value)} a month for all services`,
  },
  {
    id: 'services',
    read: ({ account }) => account.services.length,
    says: (count) => `${plural(count, 'service')} with us`,
  },
  { id: 'bill_change_dollars', read: ({ account }) => billChange(account), says: saysChange },
  {
    id: 'overdue_dollars',
    read: ({ account }) => dollars(overdueMinor(account)),
    says: (value) => (value === 0 ? 'Nothing is overdue' : `${inMoney(value)} is overdue`),
  },
  {
    id: 'failed_payments',
    read: ({ account: { payments }, now }) =>
      payments.filter(
        ({ status, on }) => (status === 'failed' || status === 'returned') && within(on, HALF_YEAR, now),
      ).length,
    says: (count) =>
      count === 0 ? 'Every payment went through' : `${plural(count, 'payment')} did not go through`,
  },
  {
    id: 'disputed_bills',
    read: ({ account: { invoices } }) => invoices.filter(({ status }) => status === 'disputed').length,
    says: (count) => (count === 0 ? 'No bill is disputed' : `${plural(count, 'bill')} in dispute`),
  },
  {
    id: 'autopay',
    read: ({ account: { customer } }) => Number(customer.autopay),
    says: either('Pays by AutoPay', 'Does not use AutoPay'),
  },
  {
    id: 'plan_use',
    read: ({ account: { services } }) => planUse(services),
    says: (share) => `Uses ${Math.round(share * 100)}% of the plan's speed at the busiest minute`,
  },
  {
    id: 'missed_visits',
    read: ({ account: { visits }, now }) =>
      visits.filter(({ status, on }) => status === 'missed' && within(on, HALF_YEAR, now)).length,
    says: (count) => (count === 0 ? 'We kept every visit' : `We missed ${plural(count, 'visit')}`),
  },
  {
    id: 'late_orders',
    read: ({ account: { orders }, now }) =>
      orders.filter(({ status, placed }) => status === 'delayed' && within(placed, HALF_YEAR, now)).length,
    says: (count) => (count === 0 ? 'No order is late' : `${plural(count, 'order')} delayed`),
  },
];

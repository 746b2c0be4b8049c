import { DAY } from '../core/clock';
import type { Account } from './customer';

/** The mean month of the Gregorian calendar, to a hundredth of a day. */
const MONTH = 30.44 * DAY;

/** Whole months from a day to now; never below zero. */
export const monthsSince = (day: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(day)) / MONTH));

/** Whole months until a day, rounded up: a lock that ends tomorrow has one month left. Zero once it is past. */
export const monthsUntil = (day: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(day) - now.getTime()) / MONTH));

/** Contacts of the last `days` days before this one. */
export const contactsWithin = ({ history }: Pick<Account, 'history'>, days: number, now: Date): number =>
  history.filter((past) => now.getTime() - Date.parse(past.on) <= days * DAY).length;

/** Cents that are overdue on bills. */
export const overdueMinor = ({ invoices }: Pick<Account, 'invoices'>): number =>
  invoices
    .filter((invoice) => invoice.status === 'overdue')
    .reduce((sum, invoice) => sum + invoice.total.minor, 0);

/** Cents a month for all services at their own prices. */
export const monthlyMinor = ({ services }: Pick<Account, 'services'>): number =>
  services.reduce((sum, service) => sum + service.price.minor, 0);

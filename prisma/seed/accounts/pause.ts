import { daysAfter, daysAgo } from '../days';
import type { SeedAccount } from './account';

const PAUSED_DAYS_AGO = 6;
const FOR_DAYS = 60;

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** Whether somebody can be away with nothing left open: one fiber line, everything paid, nobody coming. */
const canBeAway = ({ key, customer, services, bills, orders, visits }: SeedAccount): boolean =>
  key === null &&
  customer.tier === 'standard' &&
  services.length === 1 &&
  services[0]?.kind === 'fiber' &&
  bills.length >= 4 &&
  bills.every(({ invoice }) => invoice.status === 'paid') &&
  orders.length + visits.length === 0;

/** Puts one generated customer's fiber on pause, the first who can be away. */
export const pauseOne = (accounts: readonly SeedAccount[], now: Date): SeedAccount[] => {
  const away = accounts.find(canBeAway);
  const from = daysAgo(now, PAUSED_DAYS_AGO);
  return accounts.map((account) =>
    account === away
      ? {
          ...account,
          customer: {
            ...account.customer,
            notes: [`Fiber paused on ${day(from)} until ${day(daysAfter(from, FOR_DAYS))}.`],
          },
          services: account.services.map((service) => ({ ...service, status: 'paused' })),
        }
      : account,
  );
};

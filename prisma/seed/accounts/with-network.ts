import { daysBetween } from '@/lib/core/clock';
import type { Bill, SeedAccount } from './account';
import { networkOf } from './network';

/** Days past the due date on which service is suspended (docs/larkspur.md, "Bills and payments"). */
const SUSPENDED_AFTER = 30;

const isSuspended = (bills: readonly Bill[], now: Date): boolean =>
  bills.some(
    ({ invoice }) => invoice.status === 'overdue' && daysBetween(invoice.due, now) >= SUSPENDED_AFTER,
  );

/** The service that is suspended for a bill: fiber, or else the first. */
const mainLine = (services: SeedAccount['services']): SeedAccount['services'][number] | undefined =>
  services.find(({ kind }) => kind === 'fiber') ?? services[0];

/** An account with what the network has of it: lines, use, and a service that is suspended for a bill. */
export const withNetwork = (account: Omit<SeedAccount, 'lines'>, now: Date): SeedAccount => {
  const { services, lines } = networkOf(
    account.customer.accountNumber ?? '',
    account.services,
    account.devices,
    now,
  );
  const suspended = isSuspended(account.bills, now) ? mainLine(services)?.id : undefined;
  return {
    ...account,
    services: services.map((service) =>
      service.id === suspended ? { ...service, status: 'suspended' } : service,
    ),
    lines,
  };
};

import { monthlyMinor, monthsSince, overdueMinor } from '../domain/account-figures';
import type { ActionOrigin } from '../domain/action';
import type { Account } from '../domain/customer';
import { FLAGS, type Flag } from '../domain/triage';
import type { TargetFacts, ToolFacts } from '../policies/facts';
import type { AuthorityHolder } from '../policies/tools-policy';

const dollars = (minor: number): number => minor / 100;

export interface ToolMoment {
  holder: AuthorityHolder;
  /** In cents. */
  amount: number;
  reversal: boolean;
  origin: ActionOrigin;
  target: TargetFacts;
  account: Account;
  /** Flags that are raised in the conversation; null while no message of it has been read, and then nobody knows. */
  flags: readonly Flag[] | null;
  now: Date;
}

/** The facts that clauses of tools.yaml read. What is not known stays undefined, and a clause that needs it is then no yes. */
export const toolFacts = ({
  holder,
  amount,
  reversal,
  origin,
  target,
  account,
  flags,
  now,
}: ToolMoment): ToolFacts => {
  const { customer, services, invoices } = account;
  return {
    actor: { role: holder },
    action: { amount: dollars(amount), reversal, origin },
    target,
    customer: {
      tier: customer.tier,
      vulnerable: customer.vulnerable,
      tenure_months: customer.since === null ? undefined : monthsSince(customer.since, now),
      balance_overdue: dollars(overdueMinor(account)),
      monthly_total: dollars(monthlyMinor(account)),
      // An account that never had a service is open too: somebody is about to order.
      account_open:
        customer.accountNumber !== null &&
        (services.length === 0 || services.some(({ status }) => status !== 'ended')),
      open_dispute: invoices.some(({ status }) => status === 'disputed'),
    },
    triage: {
      flags: flags === null ? {} : Object.fromEntries(FLAGS.map((flag) => [flag, flags.includes(flag)])),
    },
  };
};

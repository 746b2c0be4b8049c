import { z } from 'zod';
import { say, sayBill } from '../amount';
import { sayDay } from '../days';
import type { BillingStanding } from '../systems/billing';
import { readingTool } from '../tool';

/** What is owed, in one sentence: what is late or disputed first. */
const owes = ({ balance, overdue, disputed }: BillingStanding): string =>
  [
    balance < 0
      ? `${say(-balance)} in the customer's favour`
      : balance === 0
        ? 'Nothing is owed'
        : `${say(balance)} is owed`,
    ...(overdue > 0 ? [`${say(overdue)} of it overdue`] : []),
    ...(disputed > 0 ? [`${say(disputed)} in dispute besides`] : []),
  ].join(', ');

/** Rows that say nothing are left out. */
const amounts = (rows: [label: string, cents: number][]): { label: string; value: string }[] =>
  rows.filter(([, cents]) => cents !== 0).map(([label, cents]) => ({ label, value: say(cents) }));

export const readAccount = readingTool({
  id: 'read-account',
  title: 'Account',
  params: z.strictObject({}),
  read: async (systems, { account: { customer, services }, pricing }) => {
    const standing = await systems.billing.standing(customer.id, pricing);
    return {
      is: 'found',
      sentence: `${owes(standing)}. The next bill comes to ${sayBill(standing.nextBill)}.`,
      rows: [
        { label: 'Account', value: customer.accountNumber ?? 'None' },
        ...(customer.since === null ? [] : [{ label: 'Customer since', value: sayDay(customer.since) }]),
        ...services.map(({ plan, price, status, endsOn }) => ({
          label: plan,
          value: [
            `${say(price.minor)} a month`,
            ...(status === 'active' ? [] : [status]),
            ...(endsOn === null ? [] : [`ends ${sayDay(endsOn)}`]),
          ].join(', '),
        })),
        { label: 'AutoPay', value: customer.autopay ? 'Yes' : 'No' },
        ...(customer.priceLockUntil === null
          ? []
          : [{ label: 'Price lock until', value: sayDay(customer.priceLockUntil) }]),
        { label: 'Balance', value: say(standing.balance) },
        ...amounts([
          ['Due', standing.due],
          ['Overdue', standing.overdue],
          ['In dispute', standing.disputed],
          ['Not billed yet', standing.unbilled],
          ['Credit on the next bill', -standing.creditNext],
          ['Credit on later bills', -standing.creditLater],
        ]),
        { label: 'Next bill', value: sayBill(standing.nextBill) },
      ],
    };
  },
});

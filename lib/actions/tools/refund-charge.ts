import { z } from 'zod';
import { toMinor, usd } from '../../core/money';
import type { Account } from '../../domain/customer';
import { amountSchema, currencySchema, say } from '../amount';
import { doublePaymentsOf } from '../billing/double-payments';
import { daysFrom, today } from '../days';
import { impossible } from '../impossible';
import type { BilledCharge } from '../systems/billing';
import { type Said, writingTool } from '../tool';

const params = z.strictObject({
  charge: z
    .string({ error: 'Choose the charge' })
    .min(1, 'Choose the charge')
    .max(60, 'Choose the charge')
    .meta({ title: 'Charge' }),
  amount: amountSchema.meta({ title: 'Amount' }),
  currency: currencySchema.meta({ title: 'Currency' }),
  reason: z
    .string({ error: 'Say why' })
    .trim()
    .min(3, 'Say why')
    .max(200, 'At most 200 characters')
    .meta({ title: 'Reason' }),
});

/** How it goes back and how long that takes (docs/larkspur.md, "Orders, delivery and returns"). */
const BY: Readonly<Record<string, string>> = {
  card: 'the card it was paid with, in 3 to 5 business days',
  bank: 'the bank account it was paid from, in 7 to 10 business days',
  wallet: 'the wallet app it was paid with',
};
const byCheck = 'the customer by check, in 14 days';
const to = (method: string | null): string => BY[method ?? ''] ?? byCheck;

const NONE = 'There is no such charge on this account';
const unpaid = ({ number, status }: BilledCharge['bill']): string =>
  `Bill ${number} is ${status}, nothing was paid for it yet: apply a credit instead`;
const tooMuch = (left: number): string =>
  left === 0
    ? 'Nothing of this charge is left to give back'
    : `${say(left)} of this charge can be given back at most`;

/** The newest charge of a paid bill that is of an amount that was spoken of; bills that were named go first. */
const chargeSaid = ({ invoices }: Account, { amounts, named }: Said) => {
  const paid = invoices.filter(({ status }) => status === 'paid');
  const bills = [...paid.filter(({ id }) => named.includes(id)), ...paid];
  return amounts
    .filter((cents) => cents > 0)
    .flatMap((cents) =>
      bills.flatMap(({ charges }) => charges.filter(({ amount }) => amount.minor === cents)),
    )[0];
};

const TWICE = new Set(['billing.duplicate-charge', 'returns.refund-request', 'billing.dispute-charge']);

/** A payment that was made twice, of the amount that was spoken of if one was, where it is about that. */
const doubleSaid = (account: Account, { intent, amounts }: Said) => {
  if (!TWICE.has(intent)) return undefined;
  const doubles = doublePaymentsOf(account);
  return doubles.find(({ amount }) => amounts.includes(amount)) ?? doubles[0];
};

export const refundCharge = writingTool({
  id: 'refund-charge',
  title: 'Refund a charge',
  params,
  propose: ({ account }, said) => {
    const double = doubleSaid(account, said);
    if (double) return { charge: double.id, amount: double.amount / 100, reason: 'Paid twice' };
    const charge = chargeSaid(account, said);
    return charge ? { charge: charge.id, amount: charge.amount.minor / 100 } : {};
  },
  look: async (systems, { account, now }, { charge: id, amount }) => {
    const charge = await systems.billing.findCharge(account.customer.id, id);
    if (!charge) return impossible('charge', NONE);
    if (charge.method === null) return impossible('charge', unpaid(charge.bill));
    const cents = toMinor(amount);
    if (cents > charge.left) return impossible('amount', tooMuch(charge.left));
    const [before, after] = [
      say(charge.amount - charge.refunded),
      say(charge.amount - charge.refunded - cents),
    ];
    return {
      is: 'possible',
      effect: {
        sentence: `Give ${say(cents)} for “${charge.label}” of bill ${charge.bill.number} back to ${to(charge.method)}: ${before} becomes ${after}`,
        changes: [{ what: charge.label, before, after }],
        amount: usd(cents),
      },
      facts: {
        status: charge.bill.status,
        kind: charge.label,
        amount: charge.amount / 100,
        age_days: daysFrom(charge.bill.issued, today(now)),
      },
    };
  },
  run: async (systems, { account, now }, { charge, amount }, { key }) => {
    const refunded = await systems.billing.refund(
      { customerId: account.customer.id, chargeId: charge, amount: toMinor(amount), at: now },
      key,
    );
    switch (refunded.is) {
      case 'unknown':
        return impossible('charge', NONE);
      case 'unpaid':
        return impossible('charge', 'The bill is not paid any more: apply a credit instead');
      case 'too-much':
        return impossible('amount', tooMuch(refunded.left));
      case 'refunded':
        return {
          is: 'done',
          outcome: {
            sentence: `${say(refunded.amount)} goes back to ${to(refunded.method)}`,
            reference: refunded.paymentId,
            undo: null,
          },
        };
    }
  },
  reversal: null,
});

import { z } from 'zod';
import { toMinor, usd } from '../../core/money';
import { amountSchema, currencySchema, say, sayBill } from '../amount';
import { NEXT_BILL } from '../billing/next-bill';
import { daysFrom, today } from '../days';
import { impossible } from '../impossible';
import type { Credit } from '../systems/billing';
import { type Reversal, type Said, type Target, writingTool } from '../tool';

/** What a credit is for; the same kind again within a year is a fact that policies look at. */
const CREDIT_KINDS = ['goodwill', 'loyalty', 'outage', 'delay', 'fee', 'missed-visit'] as const;
type CreditKind = (typeof CREDIT_KINDS)[number];

const params = z.strictObject({
  amount: amountSchema.meta({ title: 'Amount a month' }),
  currency: currencySchema.meta({ title: 'Currency' }),
  months: z
    .int({ error: 'Write a whole number of months' })
    .min(1, 'At least one month')
    .max(24, 'At most 24 months')
    .default(1)
    .meta({ title: 'Months' }),
  kind: z
    .enum(CREDIT_KINDS, { error: `One of ${CREDIT_KINDS.join(', ')}` })
    .default('goodwill')
    .meta({ title: 'Kind' }),
  reason: z
    .string({ error: 'Say what it is for' })
    .trim()
    .min(3, 'Say what it is for')
    .max(200, 'At most 200 characters')
    .meta({ title: 'Reason' }),
});

const DOWN = new Set(['technical.internet-down', 'technical.outage-status']);
const FEES = new Set(['billing.fees-question', 'billing.dispute-charge', 'billing.unrecognised-charge']);

/** A day of an outage is a thirtieth of the fiber price (docs/larkspur.md, "Bills and payments"). */
const dayOfOutage = ({ account }: Target): number =>
  Math.round((account.services.find(({ kind }) => kind === 'fiber')?.price.minor ?? 0) / 30);

const lateFee = ({ account }: Target): number =>
  account.invoices[0]?.charges.find(({ label }) => label.toLowerCase() === 'late fee')?.amount.minor ?? 0;

interface Proposal {
  cents: number;
  kind: CreditKind;
  reason: string;
}

/** What it is about decides what it is for; an amount that was spoken of decides how much. */
const proposalOf = (target: Target, { intent, amounts }: Said): Proposal => {
  const spoken = amounts.find((cents) => cents > 0);
  if (DOWN.has(intent))
    return { cents: spoken ?? dayOfOutage(target), kind: 'outage', reason: 'Internet was down' };
  if (FEES.has(intent) && lateFee(target) > 0)
    return { cents: lateFee(target), kind: 'fee', reason: 'Late fee waived' };
  return { cents: spoken ?? 0, kind: 'goodwill', reason: 'Goodwill' };
};

const sameKind = ({ account, now }: Target, kind: CreditKind): number =>
  account.credits.filter((credit) => credit.kind === kind && daysFrom(credit.on, today(now)) <= 365).length;

const stillToCome = ({ amount, months, monthsUsed }: Credit): string =>
  monthsUsed === 0 && months === 1
    ? `the credit of ${say(amount)}`
    : `the credit of ${say(amount)} a month, ${months - monthsUsed} of ${months} months still to come`;

const USED_UP = 'This credit is on a bill already: nothing of it is left to take back';
const isUsedUp = ({ monthsUsed, months }: Credit): boolean => monthsUsed >= months;

const undoSchema = z.object({ credit: z.string() });

const reversal: Reversal = {
  look: async (systems, { account, pricing }, undo) => {
    const { id } = account.customer;
    const credit = await systems.billing.findCredit(id, undoSchema.parse(undo).credit);
    if (!credit) return impossible('credit', 'There is no such credit on this account');
    if (credit.reversed) return impossible('credit', 'This credit was taken back already');
    if (isUsedUp(credit)) return impossible('credit', USED_UP);
    const { nextBill } = await systems.billing.standing(id, pricing);
    const [before, after] = [sayBill(nextBill), sayBill(nextBill + credit.amount)];
    return {
      is: 'possible',
      effect: {
        sentence: `Take back ${stillToCome(credit)}: the next bill goes from ${before} to ${after}`,
        changes: [{ what: NEXT_BILL, before, after }],
        amount: usd(0),
      },
      facts: { kind: credit.kind, amount: credit.amount / 100, months: credit.months },
    };
  },
  run: async (systems, { account, now }, undo) => {
    const { id } = account.customer;
    const { credit: creditId } = undoSchema.parse(undo);
    const standing = await systems.billing.findCredit(id, creditId);
    if (standing && !standing.reversed && isUsedUp(standing)) return impossible('credit', USED_UP);
    const credit = await systems.billing.reverseCredit(id, creditId, now);
    if (!credit) return impossible('credit', 'There is no such credit on this account');
    return {
      is: 'done',
      outcome: { sentence: `Took back ${stillToCome(credit)}`, reference: credit.id, undo: null },
    };
  },
};

export const applyCredit = writingTool({
  id: 'apply-credit',
  title: 'Apply a credit',
  params,
  propose: (target, said) => {
    const { cents, kind, reason } = proposalOf(target, said);
    return cents > 0 ? { amount: cents / 100, kind, reason } : { kind, reason };
  },
  look: async (systems, target, { amount, months, kind }) => {
    const cents = toMinor(amount);
    const { nextBill } = await systems.billing.standing(target.account.customer.id, target.pricing);
    const [before, after] = [sayBill(nextBill), sayBill(nextBill - cents)];
    const total = usd(cents * months);
    return {
      is: 'possible',
      effect: {
        sentence:
          months === 1
            ? `Take ${say(cents)} off the next bill: ${before} becomes ${after}`
            : `Take ${say(cents)} off each of the next ${months} bills, ${say(total.minor)} in all: the next one goes from ${before} to ${after}`,
        changes: [{ what: NEXT_BILL, before, after }],
        amount: total,
      },
      facts: { kind, months, amount: total.minor / 100, same_kind_12_months: sameKind(target, kind) },
    };
  },
  run: async (systems, { account, now }, { amount, months, kind, reason }, { key }) => {
    const cents = toMinor(amount);
    const credit = await systems.billing.credit(
      { customerId: account.customer.id, kind, amount: cents, months, reason, at: now },
      key,
    );
    const until = months === 1 ? 'the next bill' : `each of the next ${months} bills`;
    return {
      is: 'done',
      outcome: {
        sentence: `${say(cents)} comes off ${until}`,
        reference: credit.id,
        undo: { credit: credit.id },
      },
    };
  },
  reversal,
});

import { nextBill } from '../../actions/billing/next-bill';
import type { BillingStanding, Credit, NewCredit, NewLine } from '../../actions/systems/billing';
import { newId } from '../../core/ids';
import type { ServiceKind } from '../../domain/customer';
import type { PricingPolicy } from '../../policies/compile-pricing';
import { Prisma } from '../generated/client';
import type { Tx } from '../handle';
import { dayOf, holdCustomer } from './locks';

/** Credits of a customer; a bill that was issued after a credit was given has taken one month of it off. */
const readCredits = (tx: Tx, customerId: string, where: Prisma.Sql): Promise<Credit[]> =>
  tx.$queryRaw<Credit[]>`
    SELECT c.id, c.kind, c.amount_minor AS amount, c.months, c.reversed_at IS NOT NULL AS reversed,
      least(c.months, (SELECT count(*) FROM invoice i WHERE i.customer_id = c.customer_id AND i.issued > c.on))::int AS "monthsUsed"
    FROM credit c WHERE c.customer_id = ${customerId} AND ${where} ORDER BY c.id`;

interface Line {
  label: string;
  amount: number;
  billed: boolean;
}

/** Lines of a customer's next bill; a bill that was issued after a line was written has it. */
const readLines = (tx: Tx, customerId: string, where: Prisma.Sql): Promise<Line[]> =>
  tx.$queryRaw<Line[]>`
    SELECT l.label, l.amount_minor AS amount,
      EXISTS (SELECT FROM invoice i WHERE i.customer_id = l.customer_id AND i.issued > l.on) AS billed
    FROM bill_line l WHERE l.customer_id = ${customerId} AND ${where} ORDER BY l.id`;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** See BillingSystem.standing. */
export const billingStanding = async (
  tx: Tx,
  customerId: string,
  { bundles }: Pick<PricingPolicy, 'bundles'>,
): Promise<BillingStanding> => {
  const bills = await tx.invoice.groupBy({
    by: ['status'],
    where: { customerId, status: { in: ['due', 'overdue', 'disputed'] } },
    _sum: { totalMinor: true },
  });
  const open = (status: string): number => bills.find((bill) => bill.status === status)?._sum.totalMinor ?? 0;
  const lines = await readLines(tx, customerId, Prisma.sql`l.reversed_at IS NULL`);
  const credits = (await readCredits(tx, customerId, Prisma.sql`c.reversed_at IS NULL`)).filter(
    ({ months, monthsUsed }) => monthsUsed < months,
  );
  const services = await tx.service.findMany({
    where: { customerId },
    select: { kind: true, plan: true, priceMinor: true, status: true, endsOn: true },
  });
  const newest = await tx.invoice.findFirst({
    where: { customerId },
    orderBy: [{ issued: 'desc' }, { id: 'asc' }],
    select: { charges: { select: { label: true, amountMinor: true } } },
  });
  const [due, overdue, disputed] = [open('due'), open('overdue'), open('disputed')];
  const unbilled = sum(lines.filter(({ billed }) => !billed).map(({ amount }) => amount));
  const creditNext = sum(credits.map(({ amount }) => amount));
  return {
    due,
    overdue,
    disputed,
    unbilled,
    creditNext,
    creditLater: sum(credits.map(({ amount, months, monthsUsed }) => amount * (months - monthsUsed - 1))),
    balance: due + overdue + unbilled - creditNext,
    nextBill: nextBill({
      services: services.map(({ kind, endsOn, ...service }) => ({
        ...service,
        kind: kind as ServiceKind,
        endsOn: endsOn?.toISOString().slice(0, 10) ?? null,
      })),
      bundles,
      charges: newest?.charges ?? [],
      unbilled,
      credits: creditNext,
    }),
  };
};

export const findCredit = async (tx: Tx, customerId: string, creditId: string): Promise<Credit | null> =>
  (await readCredits(tx, customerId, Prisma.sql`c.id = ${creditId}`))[0] ?? null;

/** Gives a credit. Whoever comes second with the same key waits for the first, and gets its credit. */
export const giveCredit = async (tx: Tx, given: NewCredit, key: string): Promise<Credit> => {
  const { customerId, kind, amount, months, reason, at } = given;
  await tx.credit.createMany({
    data: [
      {
        id: newId('cre', at.getTime()),
        customerId,
        kind,
        on: dayOf(at),
        amountMinor: amount,
        months,
        reason,
        actionId: key,
      },
    ],
    skipDuplicates: true,
  });
  const { id } = await tx.credit.findUniqueOrThrow({ where: { actionId: key }, select: { id: true } });
  const [credit] = await readCredits(tx, customerId, Prisma.sql`c.id = ${id}`);
  if (!credit) throw new RangeError(`${key} gave a credit to somebody else`);
  return credit;
};

/** Ends a credit; the first to do so leaves the time, and doing it again changes nothing. */
export const endCredit = async (
  tx: Tx,
  customerId: string,
  creditId: string,
  at: Date,
): Promise<Credit | null> => {
  await tx.credit.updateMany({
    where: { id: creditId, customerId, reversedAt: null },
    data: { reversedAt: at },
  });
  return findCredit(tx, customerId, creditId);
};

const insertLines = async (
  tx: Tx,
  customerId: string,
  lines: readonly NewLine[],
  at: Date,
  actionId: string | null,
): Promise<void> => {
  await tx.billLine.createMany({
    data: lines.map(({ label, amount }) => ({
      id: newId('bln', at.getTime()),
      customerId,
      label,
      amountMinor: amount,
      on: dayOf(at),
      actionId,
    })),
  });
};

/** Puts lines on the next bill unless this key did so before. */
export const addBillLines = async (
  tx: Tx,
  customerId: string,
  lines: readonly NewLine[],
  at: Date,
  key: string,
): Promise<void> => {
  // Nothing makes a key of several lines unique: whoever writes holds the customer.
  await holdCustomer(tx, customerId);
  if ((await tx.billLine.count({ where: { customerId, actionId: key } })) > 0) return;
  await insertLines(tx, customerId, lines, at, key);
};

/** What the lines of an action come to, in cents. */
export const billLinesTotal = async (tx: Tx, customerId: string, key: string): Promise<number> =>
  sum((await readLines(tx, customerId, Prisma.sql`l.action_id = ${key}`)).map(({ amount }) => amount));

/** Takes the lines of an action off, those that were billed by another one the other way; answers what they came to, in cents. */
export const reverseBillLines = async (
  tx: Tx,
  customerId: string,
  key: string,
  at: Date,
): Promise<number> => {
  await holdCustomer(tx, customerId);
  const standing = Prisma.sql`l.action_id = ${key} AND l.reversed_at IS NULL`;
  const billed = (await readLines(tx, customerId, standing)).filter((line) => line.billed);
  await tx.billLine.updateMany({
    where: { customerId, actionId: key, reversedAt: null },
    data: { reversedAt: at },
  });
  const back = billed.map(({ label, amount }) => ({ label: `${label}, taken back`, amount: 0 - amount }));
  await insertLines(tx, customerId, back, at, null);
  return billLinesTotal(tx, customerId, key);
};

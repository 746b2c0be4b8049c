import { nextBill } from '../../actions/billing/next-bill';
import type { BillingStanding, Credit, NewCredit, NewLine } from '../../actions/systems/billing';
import { newId } from '../../core/ids';
import { Prisma } from '../generated/client';
import type { Tx } from '../handle';
import { dayOf, holdCustomer } from './locks';

/** Credits of a customer; a bill that was issued after a credit was given has taken one month of it off. */
const readCredits = (tx: Tx, customerId: string, where: Prisma.Sql): Promise<Credit[]> =>
  tx.$queryRaw<Credit[]>`
    SELECT c.id, c.kind, c.amount_minor AS amount, c.months, c.reversed_at IS NOT NULL AS reversed,
      least(c.months, (SELECT count(*) FROM invoice i WHERE i.customer_id = c.customer_id AND i.issued > c.on))::int AS "monthsUsed"
    FROM credit c WHERE c.customer_id = ${customerId} AND ${where} ORDER BY c.id`;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** See BillingSystem.standing. */
export const billingStanding = async (tx: Tx, customerId: string): Promise<BillingStanding> => {
  const bills = await tx.invoice.groupBy({
    by: ['status'],
    where: { customerId, status: { in: ['due', 'overdue', 'disputed'] } },
    _sum: { totalMinor: true },
  });
  const open = (status: string): number => bills.find((bill) => bill.status === status)?._sum.totalMinor ?? 0;
  const lines = await tx.billLine.aggregate({
    where: { customerId, reversedAt: null },
    _sum: { amountMinor: true },
  });
  const credits = (await readCredits(tx, customerId, Prisma.sql`c.reversed_at IS NULL`)).filter(
    ({ months, monthsUsed }) => monthsUsed < months,
  );
  const services = await tx.service.findMany({
    where: { customerId },
    select: { priceMinor: true, status: true, endsOn: true },
  });
  const newest = await tx.invoice.findFirst({
    where: { customerId },
    orderBy: [{ issued: 'desc' }, { id: 'asc' }],
    select: { charges: { select: { label: true, amountMinor: true } } },
  });
  const [due, overdue, disputed] = [open('due'), open('overdue'), open('disputed')];
  const unbilled = lines._sum.amountMinor ?? 0;
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
      services: services.map(({ endsOn, ...service }) => ({
        ...service,
        endsOn: endsOn?.toISOString().slice(0, 10) ?? null,
      })),
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
  await tx.billLine.createMany({
    data: lines.map(({ label, amount }) => ({
      id: newId('bln', at.getTime()),
      customerId,
      label,
      amountMinor: amount,
      on: dayOf(at),
      actionId: key,
    })),
  });
};

/** Takes the lines of an action off; answers what they came to, in cents. */
export const reverseBillLines = async (
  tx: Tx,
  customerId: string,
  key: string,
  at: Date,
): Promise<number> => {
  await tx.billLine.updateMany({
    where: { customerId, actionId: key, reversedAt: null },
    data: { reversedAt: at },
  });
  const { _sum } = await tx.billLine.aggregate({
    where: { customerId, actionId: key },
    _sum: { amountMinor: true },
  });
  return _sum.amountMinor ?? 0;
};

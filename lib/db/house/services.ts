import type { ServiceRecord } from '../../actions/systems/services';
import { usd } from '../../core/money';
import { Prisma } from '../generated/client';
import type { Tx } from '../handle';

/** `YYYY-MM-DD` as a DATE column keeps it. */
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

type Row = Omit<ServiceRecord, 'price'> & { price: number };

const readServices = async (
  tx: Tx,
  on: string,
  where: Prisma.Sql,
  lock = Prisma.empty,
): Promise<ServiceRecord[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, s.kind, s.plan, s.price_minor AS price, s.since::text, s.ends_on::text AS "endsOn",
      CASE WHEN s.ends_on < ${on}::date THEN 'ended' ELSE s.status END AS status
    FROM service s WHERE ${where} ORDER BY s.id ${lock}`;
  return rows.map((row) => ({ ...row, price: usd(row.price) }));
};

/** Every service that a customer has or had, as of a day. */
export const listServices = (tx: Tx, customerId: string, on: string): Promise<ServiceRecord[]> =>
  readServices(tx, on, Prisma.sql`s.customer_id = ${customerId}`);

/** The same, and nobody else changes any of them until the end of the transaction. */
export const lockServices = (tx: Tx, customerId: string, on: string): Promise<ServiceRecord[]> =>
  readServices(tx, on, Prisma.sql`s.customer_id = ${customerId}`, Prisma.sql`FOR UPDATE`);

/** One service, which nobody else changes until the end of the transaction. */
export const lockService = async (
  tx: Tx,
  customerId: string,
  serviceId: string,
  on: string,
): Promise<ServiceRecord | null> => {
  const where = Prisma.sql`s.customer_id = ${customerId} AND s.id = ${serviceId}`;
  return (await readServices(tx, on, where, Prisma.sql`FOR UPDATE`))[0] ?? null;
};

/** A service that a plan change makes, under an id that follows from the change. */
export const insertService = async (
  tx: Tx,
  customerId: string,
  service: Pick<ServiceRecord, 'id' | 'kind' | 'plan' | 'price' | 'since' | 'status' | 'endsOn'>,
): Promise<void> => {
  const { id, kind, plan, price, since, status, endsOn } = service;
  await tx.service.create({
    data: {
      id,
      customerId,
      kind,
      plan,
      priceMinor: price.minor,
      since: dateOf(since),
      status,
      endsOn: endsOn === null ? null : dateOf(endsOn),
    },
  });
};

export const setPlan = async (
  tx: Tx,
  serviceId: string,
  { plan, price }: Pick<ServiceRecord, 'plan' | 'price'>,
): Promise<void> => {
  await tx.service.update({ where: { id: serviceId }, data: { plan, priceMinor: price.minor } });
};

export const setStatus = async (
  tx: Tx,
  serviceId: string,
  status: ServiceRecord['status'],
  endsOn: string | null,
): Promise<void> => {
  await tx.service.update({
    where: { id: serviceId },
    data: { status, endsOn: endsOn === null ? null : dateOf(endsOn) },
  });
};

export const setPriceLock = async (tx: Tx, customerId: string, until: string | null): Promise<void> => {
  await tx.customer.update({
    where: { id: customerId },
    data: { priceLockUntil: until === null ? null : dateOf(until) },
  });
};

/** Whether an action has put lines on the next bill: its mark in this system. */
export const hasBillLines = async (tx: Tx, customerId: string, key: string): Promise<boolean> =>
  (await tx.billLine.count({ where: { customerId, actionId: key } })) > 0;

/** The same for an action that was taken back since. */
export const hasReversedLines = async (tx: Tx, customerId: string, key: string): Promise<boolean> =>
  (await tx.billLine.count({ where: { customerId, actionId: key, reversedAt: { not: null } } })) > 0;

import type { Prisma } from '@/lib/db/generated/client';
import type { SeedAccount } from './accounts/account';
import { shipmentsOf } from './accounts/shipments';
import type { History } from './history/all-history';

/** Rows of one statement: well below PostgreSQL's 65,535 parameters at the widest table's columns. */
const BATCH = 1500;

const inBatches = async <Row>(
  rows: Row[],
  create: (args: { data: Row[] }) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += BATCH)
    await create({ data: rows.slice(from, from + BATCH) });
};

export const storeAccounts = async (tx: Prisma.TransactionClient, accounts: SeedAccount[]): Promise<void> => {
  const bills = accounts.flatMap((account) => account.bills);
  await inBatches(
    accounts.map(({ customer }) => customer),
    (args) => tx.customer.createMany(args),
  );
  await inBatches(
    accounts.flatMap(({ contactPoints }) => contactPoints),
    (args) => tx.contactPoint.createMany(args),
  );
  await inBatches(
    accounts.flatMap(({ services }) => services),
    (args) => tx.service.createMany(args),
  );
  await inBatches(
    accounts.flatMap(({ devices }) => devices),
    (args) => tx.device.createMany(args),
  );
  await inBatches(
    bills.map(({ invoice }) => invoice),
    (args) => tx.invoice.createMany(args),
  );
  await inBatches(
    bills.flatMap(({ charges }) => charges),
    (args) => tx.charge.createMany(args),
  );
  await inBatches(
    [...accounts.flatMap(({ payments }) => payments), ...bills.flatMap(({ payment }) => payment ?? [])],
    (args) => tx.payment.createMany(args),
  );
  await inBatches(
    accounts.flatMap(({ orders }) => orders),
    (args) => tx.order.createMany(args),
  );
  await inBatches(
    accounts.flatMap(({ orders }) => shipmentsOf(orders)),
    (args) => tx.shipment.createMany(args),
  );
  await inBatches(
    accounts.flatMap(({ lines }) => lines),
    (args) => tx.line.createMany(args),
  );
  await inBatches(
    accounts.flatMap(({ visits }) => visits),
    (args) => tx.visit.createMany(args),
  );
  await inBatches(
    accounts.flatMap(({ credits }) => credits),
    (args) => tx.credit.createMany(args),
  );
};

export const storeHistory = async (
  tx: Prisma.TransactionClient,
  { conversations, escalations }: History,
): Promise<void> => {
  await inBatches(
    conversations.map(({ conversation }) => conversation),
    (args) => tx.conversation.createMany(args),
  );
  await inBatches(
    conversations.flatMap(({ turns }) => turns),
    (args) => tx.turn.createMany(args),
  );
  await inBatches(
    conversations.map(({ wrapUp }) => wrapUp),
    (args) => tx.wrapUp.createMany(args),
  );
  await inBatches(
    escalations.map(({ packet }) => packet),
    (args) => tx.handoffPacket.createMany(args),
  );
  await inBatches(
    escalations.map(({ escalation }) => escalation),
    (args) => tx.escalation.createMany(args),
  );
};

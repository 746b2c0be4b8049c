import type { Tx } from '../handle';

/** Writes to one customer's record wait for each other from here to the end of the transaction; rows that only point at it do not. */
export const holdCustomer = async (tx: Tx, customerId: string): Promise<void> => {
  await tx.$queryRaw`SELECT id FROM customer WHERE id = ${customerId} FOR NO KEY UPDATE`;
};

/** Midnight UTC of the day of `at`: what a DATE column keeps of it. */
export const dayOf = (at: Date): Date =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));

import type { Db } from './handle';

/** Whose visit has this number; null when none has. */
export const customerOfVisit = async (db: Db, number: string): Promise<string | null> =>
  (await db.visit.findUnique({ where: { number }, select: { customerId: true } }))?.customerId ?? null;

import { newId } from '../core/ids';
import type { MemoryFact, MemoryState } from '../domain/memory';
import type { Db, Tx } from './handle';

interface Row {
  id: string;
  key: string;
  value: string;
  source: string;
  authorName: string;
  at: Date;
  expiresAt: Date | null;
  replacedBy: string | null;
}

const stateOf = ({ replacedBy, expiresAt }: Row, now: Date): MemoryState => {
  if (replacedBy !== null) return replacedBy.startsWith('mem_') ? 'replaced' : 'removed';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'current';
};

const toFact = (row: Row, now: Date): MemoryFact => ({
  id: row.id,
  key: row.key,
  value: row.value,
  source: row.source,
  authorName: row.authorName,
  at: row.at.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  state: stateOf(row, now),
});

/** Keys are unique among what stands, so writers of one customer's memory take turns. False when there is no such customer. */
export const lockMemory = async (tx: Tx, customerId: string): Promise<boolean> =>
  (await tx.$queryRaw<object[]>`SELECT 1 AS is FROM customer WHERE id = ${customerId} FOR NO KEY UPDATE`)
    .length > 0;

/** The facts that stand, by key. */
export const currentMemory = async (db: Db, customerId: string, now: Date): Promise<MemoryFact[]> => {
  const rows = await db.customerMemory.findMany({
    where: { customerId, replacedBy: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: { key: 'asc' },
  });
  return rows.map((row) => toFact(row, now));
};

/** What was ever written, the newest first; at most `limit`. */
export const memoryVersions = async (
  db: Db,
  customerId: string,
  now: Date,
  limit: number,
): Promise<MemoryFact[]> => {
  const rows = await db.customerMemory.findMany({
    where: { customerId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map((row) => toFact(row, now));
};

export interface NewMemory {
  customerId: string;
  key: string;
  value: string;
  source: string;
  author: { id: string; name: string };
  expiresAt: Date | null;
  at: Date;
}

/** Writes a fact in place of the one that stood under its key. Call it with the memory locked. */
export const writeMemory = async (tx: Tx, { author, ...fact }: NewMemory): Promise<MemoryFact> => {
  const id = newId('mem', fact.at.getTime());
  await tx.customerMemory.updateMany({
    where: { customerId: fact.customerId, key: fact.key, replacedBy: null },
    data: { replacedBy: id },
  });
  const row = await tx.customerMemory.create({
    data: { id, ...fact, authorId: author.id, authorName: author.name },
  });
  return toFact(row, fact.at);
};

/** Takes back what stands under a key; it stays among the versions. False when nothing stood there. */
export const removeMemory = async (
  tx: Tx,
  { customerId, key, by, now }: { customerId: string; key: string; by: string; now: Date },
): Promise<boolean> => {
  const { count } = await tx.customerMemory.updateMany({
    where: { customerId, key, replacedBy: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    data: { replacedBy: by },
  });
  return count > 0;
};

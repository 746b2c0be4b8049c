import { z } from 'zod';
import { CHAIN_END, hashOfEntry, hashOfUnnumbered } from './audit-entry';
import { type AuditEntry, Prisma, type PrismaClient } from './generated/client';
import type { Tx } from './handle';

/** Which entry it is, as a person finds it again. */
export interface AuditPlace {
  seq: bigint;
  action: string;
  at: Date;
  hash: string;
}

/** Where the chain ends by what was kept beside it. */
interface ChainEnd {
  seq: bigint;
  hash: string;
}

/** Why an entry does not fit: by its own contents, by the entry before it, or because the record of the chain's end knows another one there. */
export type Misfit = 'changed' | 'not-next' | 'not-on-record';

/** How the chain stands; `entries` are those that fit, from the first on. */
export type ChainCheck =
  /** `endKnown` is false for a chain of an older database that nothing was added to since: a cut tail could not be told. */
  | { is: 'whole'; entries: number; last: AuditPlace | null; endKnown: boolean }
  | { is: 'broken'; entries: number; at: AuditPlace; because: Misfit }
  /** `end` is the newest entry that there was, null where the record of it is gone too. */
  | { is: 'cut'; entries: number; last: AuditPlace | null; end: ChainEnd | null };

const BATCH = 1000;
/** One moment of the whole chain is read, however long it is. */
const TIMEOUT_MS = 600_000;

const endSchema = z.object({ seq: z.coerce.bigint(), hash: z.string() });

const readEnd = async (tx: Tx): Promise<ChainEnd | null> => {
  const row = await tx.installation.findUnique({ where: { key: CHAIN_END } });
  const parsed = endSchema.safeParse(row?.value);
  return parsed.success ? parsed.data : null;
};

async function* entriesOf(tx: Tx, batch: number): AsyncGenerator<AuditEntry> {
  let last: bigint | undefined;
  for (;;) {
    const rows = await tx.auditEntry.findMany({
      where: last === undefined ? {} : { seq: { gt: last } },
      orderBy: { seq: 'asc' },
      take: batch,
    });
    yield* rows;
    last = rows.at(-1)?.seq;
    if (rows.length < batch) return;
  }
}

const misfitOf = (entry: AuditEntry, before: AuditPlace | null, end: ChainEnd | null): Misfit | null => {
  if (entry.prevHash !== (before?.hash ?? '')) return 'not-next';
  if (entry.hash !== hashOfEntry(entry) && entry.hash !== hashOfUnnumbered(entry)) return 'changed';
  if (end === null || entry.seq < end.seq) return null;
  return entry.seq === end.seq && entry.hash === end.hash ? null : 'not-on-record';
};

const check = async (tx: Tx, batch: number): Promise<ChainCheck> => {
  const end = await readEnd(tx);
  let entries = 0;
  let last: AuditPlace | null = null;
  let numbered = false;
  for await (const entry of entriesOf(tx, batch)) {
    const { seq, action, at, hash } = entry;
    const place = { seq, action, at, hash };
    const because = misfitOf(entry, last, end);
    if (because !== null) return { is: 'broken', entries, at: place, because };
    numbered = hash === hashOfEntry(entry);
    entries += 1;
    last = place;
  }
  // Whoever adds a numbered entry keeps where the chain ends.
  if (end === null)
    return numbered
      ? { is: 'cut', entries, last, end }
      : { is: 'whole', entries, last, endKnown: last === null };
  return end.hash === last?.hash
    ? { is: 'whole', entries, last, endKnown: true }
    : { is: 'cut', entries, last, end };
};

/**
 * Reads the audit chain as it is at one moment and names the first entry that does not fit, or that its tail was cut. Whoever can write to
 * the database can also make up a whole new chain together with the record of its end: only the newest hash, noted elsewhere, tells that.
 */
export const checkChain = (db: PrismaClient, { batch = BATCH } = {}): Promise<ChainCheck> =>
  db.$transaction((tx) => check(tx, batch), {
    isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
    timeout: TIMEOUT_MS,
  });

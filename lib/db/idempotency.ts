import { DAY } from '../core/clock';
import type { Prisma } from './generated/client';
import type { Db, Tx } from './handle';

/** How long an answer is kept: longer than anybody goes on trying to send the same request. */
export const KEPT_FOR = DAY;

const KEY_LOCK = 730_113;

/** A request that its sender may send again: the key they made up, and a hash of everything that they ask. */
export interface Keyed {
  /** Whose keys they are: two callers may make up the same one. */
  scope: string;
  key: string;
  hash: string;
}

/** What a request was answered with: an object of JSON. */
export type Answer = object;

interface KeptAnswer {
  hash: string;
  answer: Answer;
}

/** Has whoever sends the same key wait until this transaction has ended. Taken before any other lock. */
export const lockKey = async (tx: Tx, { scope, key }: Keyed): Promise<void> => {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${KEY_LOCK}::int, hashtext(${`${scope}\n${key}`}))::text`;
};

/** What this key was answered with; null where it was never used, or so long ago that it counts as new. */
export const findAnswer = async (tx: Tx, { scope, key }: Keyed, now: Date): Promise<KeptAnswer | null> => {
  const row = await tx.idempotencyKey.findUnique({ where: { scope_key: { scope, key } } });
  return row === null || row.at.getTime() <= now.getTime() - KEPT_FOR
    ? null
    : { hash: row.bodyHash, answer: row.response as Answer };
};

/** Keeps an answer in the transaction of its effect, so that there are both or neither. */
export const keepAnswer = async (
  tx: Tx,
  { scope, key, hash }: Keyed,
  { status, answer }: { status: number; answer: Answer },
  now: Date,
): Promise<void> => {
  const row = { bodyHash: hash, status, response: answer as Prisma.InputJsonObject, at: now };
  await tx.idempotencyKey.upsert({
    where: { scope_key: { scope, key } },
    create: { scope, key, ...row },
    update: row,
  });
};

/** Forgets answers that are older than they are kept. Returns how many. */
export const forgetAnswers = async (db: Db, now: Date): Promise<number> =>
  (await db.idempotencyKey.deleteMany({ where: { at: { lte: new Date(now.getTime() - KEPT_FOR) } } })).count;

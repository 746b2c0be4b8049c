import type { CouponPool } from '../../actions/systems/coupons';
import type { Tx } from '../handle';

const monthOf = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));

/** A pool's row of a month goes by the pool's id, which stays when its title is edited. */
const poolRowId = (poolId: string, at: Date): string =>
  `pol_${poolId}_${monthOf(at).toISOString().slice(0, 7)}`;

/** Cents that are left of this month (UTC). */
export const poolLeft = async (tx: Tx, pool: CouponPool, at: Date): Promise<number> => {
  const row = await tx.offerPool.findUnique({ where: { id: poolRowId(pool.id, at) } });
  return Math.max(0, pool.budget - (row?.spentMinor ?? 0));
};

/**
 * The pool's row of the month, made when it is missing, and locked until the transaction ends: a hundred at once get what there is, one
 * after the other. Its budget is the policy's of now, though never below what is spent.
 */
export const holdPool = async (
  tx: Tx,
  { id, title, budget }: CouponPool,
  at: Date,
): Promise<{ id: string; left: number }> => {
  const rowId = poolRowId(id, at);
  await tx.offerPool.createMany({
    data: [{ id: rowId, title, month: monthOf(at), budgetMinor: budget }],
    skipDuplicates: true,
  });
  const [row] = await tx.$queryRaw<{ id: string; left: number }[]>`
    UPDATE offer_pool SET title = ${title}, budget_minor = greatest(${budget}, spent_minor) WHERE id = ${rowId}
    RETURNING id, budget_minor - spent_minor AS left`;
  if (!row) throw new RangeError(`another pool of this month is called ${title}`);
  return row;
};

/** Takes cents out of a row that is held; below zero gives them back. The database refuses to overdraw it. */
export const spendFromPool = async (tx: Tx, rowId: string, cents: number): Promise<void> => {
  await tx.offerPool.update({ where: { id: rowId }, data: { spentMinor: { increment: cents } } });
};

/** Takes money out of a pool for something other than a coupon, or says how much there is where it is not enough. */
export const drawFromPool = async (
  tx: Tx,
  pool: CouponPool,
  cents: number,
  at: Date,
): Promise<{ is: 'drawn' } | { is: 'overdrawn'; left: number }> => {
  const { id, left } = await holdPool(tx, pool, at);
  if (cents > left) return { is: 'overdrawn', left };
  await spendFromPool(tx, id, cents);
  return { is: 'drawn' };
};

import type { Stocked } from '../../actions/orders/stocked-item';
import type { Tx } from '../handle';

/** How many the warehouse has; none of what it does not keep. */
export const onHand = async (tx: Tx, item: string): Promise<number> =>
  (await tx.stock.findUnique({ where: { item } }))?.onHand ?? 0;

/** Takes items out of the warehouse, whoever else wants them waiting; false and nothing taken where there are too few. */
export const takeFromStock = async (tx: Tx, { item, units }: Stocked): Promise<boolean> => {
  const [row] = await tx.$queryRaw<
    { on_hand: number }[]
  >`SELECT on_hand FROM stock WHERE item = ${item} FOR UPDATE`;
  if (!row || row.on_hand < units) return false;
  await tx.stock.update({ where: { item }, data: { onHand: { decrement: units } } });
  return true;
};

export const putBackInStock = async (tx: Tx, { item, units }: Stocked): Promise<void> => {
  await tx.stock.update({ where: { item }, data: { onHand: { increment: units } } });
};

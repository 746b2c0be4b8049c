import type { OrdersSystem, ReturnStarted } from '../../actions/systems/orders';
import { newId } from '../../core/ids';
import type { Tx } from '../handle';
import { holdCustomer } from './locks';
import { digits, freeNumber } from './numbers';
import { findOrder } from './orders';
import { dateOf } from './services';

/** See OrdersSystem.startReturn. */
export const startReturn = async (
  tx: Tx,
  { customerId, orderId, reason, on, sendBy }: Parameters<OrdersSystem['startReturn']>[0],
  key: string,
): Promise<ReturnStarted> => {
  await holdCustomer(tx, customerId);
  const before = await tx.returnCase.findFirst({ where: { actionId: key, order: { customerId } } });
  if (before)
    return { is: 'started', number: before.number, sendBy: before.sendBy.toISOString().slice(0, 10) };
  const order = await findOrder(tx, customerId, orderId);
  if (!order) return { is: 'unknown' };
  if (order.returned) return { is: 'started-before', number: order.returned.number };
  const number = await freeNumber(
    () => `RMA-${digits(7)}`,
    async (candidate) => (await tx.returnCase.count({ where: { number: candidate } })) > 0,
  );
  await tx.returnCase.create({
    data: {
      id: newId('ret'),
      number,
      orderId: order.id,
      reason,
      opened: dateOf(on),
      sendBy: dateOf(sendBy),
      actionId: key,
    },
  });
  return { is: 'started', number, sendBy };
};

export const isReturnOpen = async (tx: Tx, customerId: string, number: string): Promise<boolean> =>
  (await tx.returnCase.count({ where: { number, status: 'open', order: { customerId } } })) > 0;

/** See OrdersSystem.cancelReturn. Called off twice is called off once. */
export const cancelReturn = async (tx: Tx, customerId: string, number: string): Promise<boolean> => {
  const { count } = await tx.returnCase.updateMany({
    where: { number, status: { in: ['open', 'cancelled'] }, order: { customerId } },
    data: { status: 'cancelled' },
  });
  return count > 0;
};

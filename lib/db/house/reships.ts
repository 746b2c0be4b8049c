import { stockedItem } from '../../actions/orders/stocked-item';
import type { OrdersSystem, Reshipped } from '../../actions/systems/orders';
import { newId } from '../../core/ids';
import type { Tx } from '../handle';
import { holdCustomer } from './locks';
import { digits, freeNumber } from './numbers';
import { findOrder } from './orders';
import { dateOf } from './services';
import { putBackInStock, takeFromStock } from './stock';

/** Who carries parcels for Larkspur. */
const CARRIER = 'Northway Parcel';

const sentBy = async (tx: Tx, customerId: string, key: string): Promise<Reshipped | null> => {
  const order = await tx.order.findFirst({
    where: { customerId, actionId: key },
    include: { shipments: { orderBy: { id: 'desc' }, take: 1 } },
  });
  const [shipment] = order?.shipments ?? [];
  if (!order || !shipment) return null;
  return {
    is: 'sent',
    orderId: order.id,
    number: order.number,
    carrier: shipment.carrier,
    tracking: shipment.tracking,
    expected: (shipment.expected ?? order.placed).toISOString().slice(0, 10),
  };
};

/** See OrdersSystem.reship. The customer is held so that one order is replaced once, the stock so that the last item goes out once. */
export const reshipOrder = async (
  tx: Tx,
  { customerId, orderId, on, expected }: Parameters<OrdersSystem['reship']>[0],
  key: string,
): Promise<Reshipped> => {
  await holdCustomer(tx, customerId);
  const before = await sentBy(tx, customerId, key);
  if (before) return before;
  const replaced = await findOrder(tx, customerId, orderId);
  if (!replaced) return { is: 'unknown' };
  if (replaced.replacedBy !== null) return { is: 'sent-before', number: replaced.replacedBy };
  if (!(await takeFromStock(tx, stockedItem(replaced.item)))) return { is: 'out-of-stock' };
  const number = await freeNumber(
    () => `ORD-${digits(8)}`,
    async (candidate) => (await tx.order.count({ where: { number: candidate } })) > 0,
  );
  const tracking = await freeNumber(
    () => `NP${digits(10)}`,
    async (candidate) => (await tx.shipment.count({ where: { tracking: candidate } })) > 0,
  );
  const id = newId('ord');
  await tx.order.create({
    data: {
      id,
      customerId,
      number,
      item: replaced.item,
      amountMinor: 0,
      status: 'placed',
      placed: dateOf(on),
      expected: dateOf(expected),
      reshipOf: replaced.id,
      actionId: key,
      shipments: {
        create: { id: newId('shp'), carrier: CARRIER, tracking, status: 'label', expected: dateOf(expected) },
      },
    },
  });
  return { is: 'sent', orderId: id, number, carrier: CARRIER, tracking, expected };
};

/** See OrdersSystem.stopReship. Stopped twice is stopped once. Its label stays on record and is not used. */
export const stopReship = async (tx: Tx, customerId: string, orderId: string): Promise<boolean> => {
  await holdCustomer(tx, customerId);
  const order = await tx.order.findFirst({
    where: { id: orderId, customerId, reshipOf: { not: null } },
    include: { shipments: true },
  });
  if (order?.status === 'cancelled') return true;
  if (order?.status !== 'placed' || order.shipments.some(({ status }) => status !== 'label')) return false;
  await tx.order.update({ where: { id: orderId }, data: { status: 'cancelled', expected: null } });
  await putBackInStock(tx, stockedItem(order.item));
  return true;
};

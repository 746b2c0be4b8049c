import { stockedItem } from '../../actions/orders/stocked-item';
import type { OrdersSystem } from '../../actions/systems/orders';
import type { Tx } from '../../db/handle';
import { findOrder } from '../../db/house/orders';
import { reshipOrder, stopReship } from '../../db/house/reships';
import { cancelReturn, isReturnOpen, startReturn } from '../../db/house/returns';
import { onHand } from '../../db/house/stock';

/** Orders, stock and returns in our own tables. */
export const ordersIn = (tx: Tx): OrdersSystem => ({
  find: async (customerId, order) => {
    const found = await findOrder(tx, customerId, order);
    if (!found) return null;
    const { item, units } = stockedItem(found.item);
    return { ...found, inStock: (await onHand(tx, item)) >= units };
  },
  reship: (reship, key) => reshipOrder(tx, reship, key),
  stopReship: (customerId, orderId) => stopReship(tx, customerId, orderId),
  startReturn: (start, key) => startReturn(tx, start, key),
  isReturnOpen: (customerId, number) => isReturnOpen(tx, customerId, number),
  cancelReturn: (customerId, number) => cancelReturn(tx, customerId, number),
});

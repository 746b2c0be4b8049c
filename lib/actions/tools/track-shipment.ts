import { z } from 'zod';
import type { ShipmentStatus } from '../../domain/customer';
import { sayDay } from '../days';
import { impossible } from '../impossible';
import { NO_SUCH_ORDER, orderParam } from '../orders/order-meant';
import { readingTool } from '../tool';

const WHERE: Record<ShipmentStatus, string> = {
  label: 'has a label and waits for the carrier',
  moving: 'is on its way',
  held: 'is held by the carrier',
  delivered: 'was delivered',
  lost: 'is lost: send it again',
};

export const trackShipment = readingTool({
  id: 'track-shipment',
  title: 'Track a shipment',
  params: z.strictObject({ order: orderParam }),
  read: async (systems, { account }, { order: named }) => {
    const order = await systems.orders.find(account.customer.id, named);
    if (!order) return impossible('order', NO_SUCH_ORDER);
    const { number, shipment } = order;
    if (!shipment || order.status === 'cancelled')
      return {
        is: 'found',
        sentence: `${number} has no package on its way: it is ${order.status}`,
        rows: [{ label: 'Order', value: `${order.item}, ${order.status}` }],
      };
    const due = shipment.expected && shipment.status !== 'delivered' ? sayDay(shipment.expected) : null;
    return {
      is: 'found',
      sentence: `${number} ${WHERE[shipment.status]}${due && shipment.status !== 'lost' ? `, expected ${due}` : ''}`,
      rows: [
        { label: 'Item', value: order.item },
        { label: 'Carrier', value: shipment.carrier },
        { label: 'Tracking', value: shipment.tracking },
        { label: 'Package', value: shipment.status },
        ...(due ? [{ label: 'Expected', value: due }] : []),
      ],
    };
  },
});

import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/generated/client';
import { daysAfter } from '../days';
import type { SeedAccount } from './account';

type Order = SeedAccount['orders'][number];

/** Where the package of an order is, by the order's status; what has not left has none. */
const WHERE: Readonly<Record<string, string>> = {
  shipped: 'moving',
  delayed: 'held',
  delivered: 'delivered',
  returned: 'delivered',
};

/** The package of an order, whose tracking number follows from the order's. It left the day after it was ordered. */
export const shipmentsOf = (orders: readonly Order[]): Prisma.ShipmentCreateManyInput[] =>
  orders.flatMap(({ id, number, status, placed, expected }) => {
    const where = WHERE[status];
    if (where === undefined) return [];
    const shippedOn = daysAfter(placed, 1);
    return [
      {
        id: newId('shp', shippedOn.getTime()),
        orderId: id,
        carrier: 'Northway Parcel',
        tracking: `NP00${number.replace(/\D/g, '')}`,
        status: where,
        shippedOn,
        expected: expected ?? null,
      },
    ];
  });

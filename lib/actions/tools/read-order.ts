import { z } from 'zod';
import { formatMoney } from '../../core/money';
import { sayDay } from '../days';
import { impossible } from '../impossible';
import { NO_SUCH_ORDER, orderParam } from '../orders/order-meant';
import { readingTool } from '../tool';

export const readOrder = readingTool({
  id: 'read-order',
  title: 'Look at an order',
  params: z.strictObject({ order: orderParam }),
  read: async (systems, { account }, { order: named }) => {
    const order = await systems.orders.find(account.customer.id, named);
    if (!order) return impossible('order', NO_SUCH_ORDER);
    const { number, item, status, placed, expected, amount, inStock, replacedBy, returned } = order;
    const rows: [label: string, value: string | null][] = [
      ['Item', item],
      ['Price', formatMoney(amount)],
      ['Status', status],
      ['Placed', sayDay(placed)],
      ['Expected', expected && sayDay(expected)],
      ['In the warehouse', inStock ? 'yes' : 'none left'],
      ['Sent again as', replacedBy],
      ['Return', returned && `${returned.number}, ${returned.status}`],
    ];
    return {
      is: 'found',
      sentence: `${number}: ${item}, ${status}`,
      rows: rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    };
  },
});

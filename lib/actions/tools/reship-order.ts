import { z } from 'zod';
import { formatMoney, usd } from '../../core/money';
import { addBusinessDays, daysFrom, sayDay, today } from '../days';
import { impossible } from '../impossible';
import { NO_SUCH_ORDER, orderMeant, orderParam } from '../orders/order-meant';
import type { OrderRecord } from '../systems/orders';
import { type Reversal, writingTool } from '../tool';

const params = z.strictObject({ order: orderParam });

/** Which orders it can be about, where the topic says so. */
const LIKELY: Readonly<Record<string, readonly OrderRecord['status'][]>> = {
  'shipping.missing-package': ['delivered'],
  'returns.damaged-or-wrong-item': ['delivered'],
};

/** It is sent within 2 business days and takes up to 5 more (docs/larkspur.md, "Orders, delivery and returns"). */
const BUSINESS_DAYS = 7;

const sentBefore = (number: string): string => `It was sent again already, as ${number}`;
const comingBack = (number: string): string =>
  `It is coming back as ${number}, and its money with it: call the return off first`;
const whatItIs = ({ item, number }: Pick<OrderRecord, 'item' | 'number'>): string => `${item} of ${number}`;

const undoSchema = z.object({ order: z.string() });

const reversal: Reversal = {
  look: async (systems, { account, now }, undo) => {
    const order = await systems.orders.find(account.customer.id, undoSchema.parse(undo).order);
    if (!order) return impossible('order', NO_SUCH_ORDER);
    if (order.status !== 'placed' || order.shipment?.status !== 'label')
      return impossible('order', `${order.number} cannot be stopped any more: it is ${order.status}`);
    return {
      is: 'possible',
      effect: {
        sentence: `Stop ${order.number}, which replaces an order and has not left: nothing is sent`,
        changes: [{ what: order.number, before: 'on its way to the carrier', after: 'cancelled' }],
        amount: usd(0),
      },
      facts: { status: order.status, age_days: daysFrom(order.placed, today(now)), in_stock: true },
    };
  },
  run: async (systems, { account }, undo) => {
    const { order } = undoSchema.parse(undo);
    if (!(await systems.orders.stopReship(account.customer.id, order)))
      return impossible('order', 'It has left already: take it back as a return');
    return { is: 'done', outcome: { sentence: 'The replacement is stopped', reference: order, undo: null } };
  },
};

export const reshipOrder = writingTool({
  id: 'reship-order',
  title: 'Send an order again',
  params,
  propose: (target, said) => {
    const order = orderMeant(target, said, LIKELY[said.intent] ?? ['delayed']);
    return order ? { order: order.number } : {};
  },
  look: async (systems, { account, now }, { order: named }) => {
    const order = await systems.orders.find(account.customer.id, named);
    if (!order) return impossible('order', NO_SUCH_ORDER);
    if (order.replacedBy !== null) return impossible('order', sentBefore(order.replacedBy));
    if (order.returned) return impossible('order', comingBack(order.returned.number));
    const by = sayDay(addBusinessDays(today(now), BUSINESS_DAYS));
    return {
      is: 'possible',
      effect: {
        sentence: `Send ${whatItIs(order)} again for nothing, worth ${formatMoney(order.value)}: there by ${by}`,
        changes: [
          { what: `Replacement of ${order.number}`, before: 'none', after: `${order.item}, by ${by}` },
        ],
        amount: order.value,
      },
      facts: {
        status: order.status,
        kind: order.item,
        amount: order.value.minor / 100,
        age_days: daysFrom(order.placed, today(now)),
        in_stock: order.inStock,
      },
    };
  },
  run: async (systems, { account, now }, { order: named }, { key }) => {
    const customerId = account.customer.id;
    const order = await systems.orders.find(customerId, named);
    if (!order) return impossible('order', NO_SUCH_ORDER);
    if (order.returned) return impossible('order', comingBack(order.returned.number));
    const on = today(now);
    const sent = await systems.orders.reship(
      { customerId, orderId: order.id, on, expected: addBusinessDays(on, BUSINESS_DAYS) },
      key,
    );
    switch (sent.is) {
      case 'unknown':
        return impossible('order', NO_SUCH_ORDER);
      case 'sent-before':
        return impossible('order', sentBefore(sent.number));
      case 'out-of-stock':
        return impossible('order', 'The warehouse has none left: offer a refund instead');
      case 'sent':
        return {
          is: 'done',
          outcome: {
            sentence: `${sent.number} replaces ${order.number}: ${sent.carrier} ${sent.tracking}, there by ${sayDay(sent.expected)}`,
            reference: sent.number,
            undo: { order: sent.orderId },
          },
        };
    }
  },
  reversal,
});

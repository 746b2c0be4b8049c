import { z } from 'zod';
import { formatMoney, type Money, usd } from '../../core/money';
import { addDays, daysFrom, sayDay, today } from '../days';
import { impossible } from '../impossible';
import { NO_SUCH_ORDER, orderMeant, orderParam } from '../orders/order-meant';
import type { OrderRecord } from '../systems/orders';
import { type Reversal, writingTool } from '../tool';

const REASONS = ['changed-mind', 'damaged', 'wrong-item', 'does-not-work', 'end-of-service'] as const;
type Reason = (typeof REASONS)[number];

const params = z.strictObject({
  order: orderParam,
  reason: z.enum(REASONS, { error: `One of ${REASONS.join(', ')}` }).meta({ title: 'Reason' }),
});

/** Days to send back what was bought, from its arrival, and what is rented, from today (docs/larkspur.md, "Orders, delivery and returns"). */
const DAYS = { bought: 30, rented: 21 } as const;

/** The day it came: the day it was expected, once it is there. Null while it is on its way. */
const arrivedOn = ({ status, expected, placed }: OrderRecord): string | null =>
  status === 'delivered' ? (expected ?? placed) : null;

const sendBy = (order: OrderRecord, on: string): string => {
  if (order.value.minor === 0) return addDays(on, DAYS.rented);
  const last = addDays(arrivedOn(order) ?? on, DAYS.bought);
  return last < on ? on : last;
};

/** What was sent again is paid for once: what goes back for it goes back with the last one that was sent. */
const givenBack = ({ value, replacedBy }: OrderRecord): Money => (replacedBy === null ? value : usd(0));

const sayBack = (order: OrderRecord): string => {
  if (order.replacedBy !== null) return `nothing goes back, as ${order.replacedBy} replaced it`;
  return order.value.minor > 0
    ? `${formatMoney(order.value)} goes back once it is here`
    : 'nothing is owed for it once it is here';
};

const startedBefore = (number: string): string => `A return of it is open already: ${number}`;
const undoSchema = z.object({ number: z.string() });

const reversal: Reversal = {
  look: async (systems, { account }, undo) => {
    const { number } = undoSchema.parse(undo);
    if (!(await systems.orders.isReturnOpen(account.customer.id, number)))
      return impossible('return', `${number} is not open any more`);
    return {
      is: 'possible',
      effect: {
        sentence: `Call return ${number} off: its label does not work any more`,
        changes: [{ what: number, before: 'open', after: 'cancelled' }],
        amount: usd(0),
      },
      // What is asked of an order before it is returned is asked of nothing here.
      facts: { status: 'delivered', age_days: 0 },
    };
  },
  run: async (systems, { account }, undo) => {
    const { number } = undoSchema.parse(undo);
    if (!(await systems.orders.cancelReturn(account.customer.id, number)))
      return impossible('return', `${number} is not open any more`);
    return {
      is: 'done',
      outcome: { sentence: `Return ${number} is called off`, reference: number, undo: null },
    };
  },
};

export const startReturn = writingTool({
  id: 'start-return',
  title: 'Start a return',
  params,
  propose: (target, said) => {
    const order = orderMeant(target, said, ['delivered']);
    const reason: Reason = said.intent === 'returns.damaged-or-wrong-item' ? 'damaged' : 'changed-mind';
    return order ? { order: order.number, reason } : { reason };
  },
  look: async (systems, { account, now }, { order: named }) => {
    const order = await systems.orders.find(account.customer.id, named);
    if (!order) return impossible('order', NO_SUCH_ORDER);
    if (order.returned) return impossible('order', startedBefore(order.returned.number));
    const on = today(now);
    return {
      is: 'possible',
      effect: {
        sentence: `Open a return of ${order.item} of ${order.number} with a prepaid label, to send by ${sayDay(sendBy(order, on))}: ${sayBack(order)}`,
        changes: [{ what: `Return of ${order.number}`, before: 'none', after: 'open' }],
        amount: givenBack(order),
      },
      facts: {
        status: order.status,
        kind: order.item,
        amount: order.value.minor / 100,
        age_days: Math.max(0, daysFrom(arrivedOn(order) ?? on, on)),
      },
    };
  },
  run: async (systems, { account, now }, { order: named, reason }, { key }) => {
    const customerId = account.customer.id;
    const order = await systems.orders.find(customerId, named);
    if (!order) return impossible('order', NO_SUCH_ORDER);
    const on = today(now);
    const started = await systems.orders.startReturn(
      { customerId, orderId: order.id, reason, on, sendBy: sendBy(order, on) },
      key,
    );
    if (started.is === 'unknown') return impossible('order', NO_SUCH_ORDER);
    if (started.is === 'started-before') return impossible('order', startedBefore(started.number));
    const until = sayDay(started.sendBy);
    const mailed = await systems.contacts.send(
      {
        customerId,
        channel: 'email',
        subject: `Your return ${started.number}`,
        text: `Your return of ${order.item} from order ${order.number} has the number ${started.number}. Write it on the package; any parcel shop takes it, and the postage is paid. Please send it by ${until}.${order.replacedBy === null ? ' Refunds to a card take 3 to 5 business days from the day we have it.' : ''}`,
        at: now,
      },
      key,
    );
    return {
      is: 'done',
      outcome: {
        sentence: `Return ${started.number} is open until ${until}; ${mailed ? 'its prepaid label is on its way by email' : 'there is no email address, so give its number out'}`,
        reference: started.number,
        undo: { number: started.number },
      },
    };
  },
  reversal,
});

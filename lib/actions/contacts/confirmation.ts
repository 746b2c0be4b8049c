import { formatMoney } from '../../core/money';
import type { Account } from '../../domain/customer';

export interface Confirmation {
  what: 'order' | 'visit' | 'invoice';
  number: string;
  subject: string;
  text: string;
}

type Order = Account['orders'][number];
type Visit = Account['visits'][number];
type Invoice = Account['invoices'][number];

/** What is confirmed in one language. Days come as they are read in it, amounts with their sign. */
interface Words {
  locale: string;
  order: { subject: string; status: Record<Order['status'], string>; expected: string };
  visit: { subject: string; status: Record<Visit['status'], string>; fee: string; noFee: string };
  invoice: { subject: string; issued: string; status: Record<Invoice['status'], string> };
}

const ENGLISH: Words = {
  locale: 'en-US',
  order: {
    subject: 'Your order',
    status: {
      placed: 'was placed on',
      shipped: 'is on its way; it was placed on',
      delayed: 'is delayed; it was placed on',
      delivered: 'was delivered; it was placed on',
      returned: 'was returned; it was placed on',
      cancelled: 'was cancelled; it was placed on',
    },
    expected: 'Expected on',
  },
  visit: {
    subject: 'Your visit',
    status: {
      booked: 'is booked for',
      done: 'was done on',
      missed: 'was missed on',
      cancelled: 'is cancelled; it was booked for',
    },
    fee: 'Trip fee:',
    noFee: 'There is no trip fee.',
  },
  invoice: {
    subject: 'Your bill',
    issued: 'was issued on',
    status: {
      due: 'Due on',
      overdue: 'Overdue since',
      paid: 'Paid. It was due on',
      disputed: 'Disputed, not to be paid meanwhile. It was due on',
    },
  },
};

const SPANISH: Words = {
  locale: 'es-US',
  order: {
    subject: 'Su pedido',
    status: {
      placed: 'se hizo el',
      shipped: 'está en camino; se hizo el',
      delayed: 'está retrasado; se hizo el',
      delivered: 'fue entregado; se hizo el',
      returned: 'fue devuelto; se hizo el',
      cancelled: 'fue cancelado; se hizo el',
    },
    expected: 'Llega el',
  },
  visit: {
    subject: 'Su visita',
    status: {
      booked: 'está reservada para el',
      done: 'se realizó el',
      missed: 'no se realizó el',
      cancelled: 'está cancelada; era el',
    },
    fee: 'Costo del viaje:',
    noFee: 'El viaje no tiene costo.',
  },
  invoice: {
    subject: 'Su factura',
    issued: 'se emitió el',
    status: {
      due: 'Vence el',
      overdue: 'Venció el',
      paid: 'Pagada. Vencía el',
      disputed: 'En disputa, no se paga mientras tanto. Vencía el',
    },
  },
};

const sayDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const ofOrder = ({ number, item, amount, status, placed, expected }: Order, words: Words): Confirmation => {
  const { subject, status: says, expected: arrives } = words.order;
  const coming = expected !== null && (status === 'placed' || status === 'shipped' || status === 'delayed');
  return {
    what: 'order',
    number,
    subject: `${subject} ${number}`,
    text: [
      `${subject} ${number} (${item}, ${formatMoney(amount, words.locale)}) ${says[status]} ${sayDay(placed, words.locale)}.`,
      ...(coming ? [`${arrives} ${sayDay(expected, words.locale)}.`] : []),
    ].join(' '),
  };
};

const ofVisit = ({ number, on, window, status, tripFee }: Visit, words: Words): Confirmation => {
  const { subject, status: says, fee, noFee } = words.visit;
  return {
    what: 'visit',
    number,
    subject: `${subject} ${number}`,
    text: [
      `${subject} ${number} ${says[status]} ${sayDay(on, words.locale)}, ${window}.`,
      ...(status === 'booked'
        ? [tripFee.minor > 0 ? `${fee} ${formatMoney(tripFee, words.locale)}.` : noFee]
        : []),
    ].join(' '),
  };
};

const ofInvoice = ({ number, total, issued, due, status }: Invoice, words: Words): Confirmation => {
  const { subject, issued: was, status: says } = words.invoice;
  return {
    what: 'invoice',
    number,
    subject: `${subject} ${number}`,
    text: `${subject} ${number}, ${formatMoney(total, words.locale)}, ${was} ${sayDay(issued, words.locale)}. ${says[status]} ${sayDay(due, words.locale)}.`,
  };
};

/** The confirmation of an order, a visit or a bill of this account by its number or id, in the customer's language. Null when it has none. */
export const confirmationOf = (account: Account, named: string): Confirmation | null => {
  const words = account.customer.language === 'es' ? SPANISH : ENGLISH;
  const find = <Item extends { id: string; number: string }>(items: readonly Item[]): Item | undefined =>
    items.find(({ id, number }) => id === named || number === named.toUpperCase());
  const [order, visit, invoice] = [find(account.orders), find(account.visits), find(account.invoices)];
  if (order) return ofOrder(order, words);
  if (visit) return ofVisit(visit, words);
  return invoice ? ofInvoice(invoice, words) : null;
};

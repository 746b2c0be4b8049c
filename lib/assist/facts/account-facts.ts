import { formatMoney } from '../../core/money';
import type { Account, AccountFact } from '../../domain/customer';
import type { IncidentHit } from '../../domain/knowledge';
import { memoryLabel } from '../../domain/memory';
import type { Focus } from './focus';

const day = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  );

const moment = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(new Date(iso));

/** Two or three words without signs are a person's name; organisations are called by the whole of theirs. */
const PERSON = /^\p{Lu}[\p{L}'’.-]{0,40}(?: [\p{L}'’.-]{1,40}){1,2}$/u;

/** A day on which something is expected means nothing once it is there, or is not to come. */
const isOnItsWay = (order: Focus['order']): boolean =>
  order !== null && !['delivered', 'returned', 'cancelled'].includes(order.status);

const firstNameOf = (name: string, tier: Account['customer']['tier']): string =>
  tier !== 'enterprise' && PERSON.test(name) ? (name.split(' ')[0] ?? name) : name;

/**
 * What may be said of this account, as slots of article steps name it (docs/authoring.md). A fact that is not known is not in the
 * list, so a sentence that needs it is not said. `locale` shapes dates and money.
 */
export const accountFacts = (
  account: Account,
  focus: Focus,
  incidents: readonly IncidentHit[],
  locale: string,
): AccountFact[] => {
  const { customer } = account;
  const { invoice, charge, order, visit, service, device } = focus;
  const outage = incidents.find((incident) => incident.kind === 'outage');
  const facts: [string, string, string | false | null | undefined][] = [
    ['customer.first_name', 'First name', firstNameOf(customer.name, customer.tier)],
    ['customer.account_number', 'Account', customer.accountNumber],
    ['customer.area', 'Area', customer.area],
    ['email', 'E-mail', customer.email],
    ['phone', 'Telephone', customer.phone],
    ['invoice.number', 'Bill', invoice?.number],
    ['invoice.total', 'Bill total', invoice && formatMoney(invoice.total, locale)],
    ['invoice.due_date', 'Bill due', invoice && day(invoice.due, locale)],
    ['invoice.status', 'Bill status', invoice?.status],
    ['charge.label', 'Line of the bill', charge?.label],
    ['charge.amount', 'Its amount', charge && formatMoney(charge.amount, locale)],
    ['order.number', 'Order', order?.number],
    ['order.item', 'Ordered', order?.item],
    ['order.status', 'Order status', order?.status],
    ['order.expected_date', 'Expected', isOnItsWay(order) && order?.expected && day(order.expected, locale)],
    ['visit.number', 'Visit', visit?.number],
    ['visit.date', 'Visit on', visit && day(visit.on, locale)],
    ['visit.window', 'Visit window', visit?.window],
    ['visit.trip_fee', 'Trip fee', visit && formatMoney(visit.tripFee, locale)],
    ['service.plan', 'Plan', service?.plan],
    ['service.price', 'Plan price', service && formatMoney(service.price, locale)],
    ['device.model', 'Device', device?.model],
    ['outage.number', 'Outage', outage?.number],
    ['outage.cause', 'Cause', outage?.cause],
    ['outage.restore_time', 'Expected back', outage?.restoreAt && moment(outage.restoreAt, locale)],
  ];
  return [
    ...facts.flatMap(([key, label, value]) => (value ? [{ key, label, value }] : [])),
    ...account.memory.map(({ key, value }) => ({ key: `memory.${key}`, label: memoryLabel(key), value })),
  ];
};

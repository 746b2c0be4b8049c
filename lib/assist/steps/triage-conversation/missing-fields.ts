import type { Utterance } from '../../../domain/conversation';
import type { Account } from '../../../domain/customer';
import type { IntentId, RequiredField } from '../../../domain/intent';
import type { Entity, MissingField } from '../../../domain/triage';
import type { IntentPolicy } from '../../../policies/intent-policy';
import type { Focus } from '../../facts/focus';
import { agrees, isOver, tells, tellsComingDay, tellsPastDay, VISIT } from './told-fields';

interface Known {
  account: Account;
  focus: Focus;
  entities: readonly Entity[];
  utterances: readonly Pick<Utterance, 'role' | 'text'>[];
  /** Everything the customer said. */
  said: string;
  intent: IntentId;
}

const has = (known: Known, ...types: Entity['type'][]): boolean =>
  known.entities.some((entity) => types.includes(entity.type));

/** Where these are about an address, it is a new one: what the account holds does not answer the question. */
const NEW_ADDRESS: ReadonlySet<IntentId> = new Set(['shipping.change-delivery-address', 'account.move-home']);

/** Where these are about a day, it is still to come: since when something is wrong does not answer the question. */
const COMING: ReadonlySet<IntentId> = new Set([
  'account.cancel-service',
  'account.move-home',
  'billing.payment-arrangement',
  'technical.home-repair-visit',
  'technical.visit-reschedule',
]);

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const DIAS = 'domingo lunes martes miércoles jueves viernes sábado'.split(' ');

/** Whether a date names the weekday a visit is booked on already. Days are read as written, in no time zone. */
const isBookedDay = (date: string, { visit }: Focus): boolean => {
  if (visit === null) return false;
  const day = new Date(`${visit.on}T00:00:00Z`).getUTCDay();
  return [WEEKDAYS[day], DIAS[day]].some((name) => name !== undefined && date.toLowerCase().includes(name));
};

/** Whether the customer took up a day that the rep had offered. */
const tookUpDay = ({ utterances }: Known): boolean =>
  utterances.some(({ role, text }, at) => {
    const offer = utterances[at - 1];
    return role === 'customer' && offer?.role === 'rep' && tellsComingDay(offer.text) && agrees(text);
  });

const knowsComingDay = (known: Known): boolean =>
  known.entities.some(
    ({ type, value }) =>
      type === 'date' &&
      !isOver(value) &&
      !(known.intent === 'technical.visit-reschedule' && isBookedDay(value, known.focus)),
  ) ||
  tellsComingDay(known.said) ||
  tookUpDay(known);

/** A visit is known when it is told apart from the others: by its kind, or, where the account has none, by its day. */
const describesVisit = (known: Known): boolean => {
  if (!VISIT.test(known.said)) return false;
  const said = known.said.toLowerCase();
  const open = known.account.visits.filter(({ status }) => status === 'booked' || status === 'missed');
  return open.length === 0
    ? has(known, 'date') || tellsComingDay(said) || tellsPastDay(said)
    : open.filter(({ kind }) => said.includes(kind.toLowerCase())).length === 1;
};

const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

/** How each field shows that it is known: named, the only one of its kind on the account, or described. A field that is not here is asked for. */
const KNOWN: Partial<Record<RequiredField, (known: Known) => boolean>> = {
  invoice: (k) => k.focus.invoice !== null || has(k, 'invoice_id'),
  charge: (k) => has(k, 'amount') || k.focus.charge !== null,
  amount: (k) => has(k, 'amount'),
  order: (k) => k.focus.order !== null || has(k, 'order_id'),
  item: (k) => k.focus.order !== null || tells('item', k.said),
  service: (k) => k.focus.service !== null || k.account.services.length > 0,
  device: (k) => k.focus.device !== null || has(k, 'device') || tells('device', k.said),
  visit: (k) => k.focus.visit !== null || has(k, 'visit_id') || describesVisit(k),
  address: (k) =>
    has(k, 'address', 'zip') || (!NEW_ADDRESS.has(k.intent) && k.account.customer.area !== null),
  date: (k) =>
    COMING.has(k.intent)
      ? knowsComingDay(k)
      : has(k, 'date') ||
        tellsPastDay(k.said) ||
        // A return that is on record has its day there.
        (k.intent === 'returns.refund-status' && k.focus.order?.status === 'returned'),
  plan: (k) => tells('plan', k.said),
  line: (k) =>
    has(k, 'phone') || k.account.services.filter((service) => service.kind === 'mobile').length === 1,
  payment_method: (k) => tells('payment_method', k.said) || k.account.payments.length > 0,
  email: (k) => has(k, 'email') || k.account.customer.email !== null,
  phone: (k) => has(k, 'phone') || k.account.customer.phone !== null,
  name: (k) => k.account.customer.name !== '',
  symptom: (k) => wordsIn(k.said) >= 5,
  steps_tried: (k) => tells('steps_tried', k.said),
  lights: (k) => tells('lights', k.said),
  location: (k) => has(k, 'zip', 'address') || k.account.customer.area !== null || tells('location', k.said),
  quantity: (k) => /\d/u.test(k.said),
  reason: (k) => wordsIn(k.said) >= 8,
  identity: (k) => k.account.customer.accountNumber !== null,
};

/** What the intent needs and nobody has said yet, in the order to ask. */
export const missingFields = (
  policy: IntentPolicy | undefined,
  known: Omit<Known, 'intent'>,
): MissingField[] =>
  policy
    ? policy.requires.filter(({ field }) => !(KNOWN[field]?.({ ...known, intent: policy.id }) ?? false))
    : [];

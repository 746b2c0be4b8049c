import type { Account } from '../../../domain/customer';
import type { IntentId, RequiredField } from '../../../domain/intent';
import type { Entity, MissingField } from '../../../domain/triage';
import type { IntentPolicy } from '../../../policies/intent-policy';
import type { Focus } from '../../facts/focus';

interface Known {
  account: Account;
  focus: Focus;
  entities: readonly Entity[];
  /** Everything the customer said, in lower case. */
  said: string;
  intent: IntentId;
}

const has = (known: Known, ...types: Entity['type'][]): boolean =>
  known.entities.some((entity) => types.includes(entity.type));

/** Where these are about an address, it is a new one: what the account holds does not answer the question. */
const NEW_ADDRESS: ReadonlySet<IntentId> = new Set(['shipping.change-delivery-address', 'account.move-home']);

const says = (known: Known, ...words: string[]): boolean => words.some((word) => known.said.includes(word));

/** How each field shows that it is known: named, the only one of its kind on the account, or described. A field that is not here is asked for. */
const KNOWN: Partial<Record<RequiredField, (known: Known) => boolean>> = {
  invoice: (k) => k.focus.invoice !== null || has(k, 'invoice_id'),
  charge: (k) => has(k, 'amount') || k.focus.charge !== null,
  amount: (k) => has(k, 'amount'),
  order: (k) => k.focus.order !== null || has(k, 'order_id'),
  item: (k) =>
    k.focus.order !== null || says(k, 'box', 'router', 'gateway', 'phone', 'mesh', 'remote', 'cable', 'kit'),
  service: (k) => k.focus.service !== null || k.account.services.length > 0,
  device: (k) => k.focus.device !== null || has(k, 'device'),
  visit: (k) => k.focus.visit !== null || has(k, 'visit_id'),
  address: (k) =>
    has(k, 'address', 'zip') || (!NEW_ADDRESS.has(k.intent) && k.account.customer.area !== null),
  // A return that is on record has its day there.
  date: (k) =>
    has(k, 'date') || (k.intent === 'returns.refund-status' && k.focus.order?.status === 'returned'),
  plan: (k) => says(k, 'fiber', 'gig', 'plus', 'essentials', 'unlimited', 'lite', 'home care', '300', '500'),
  line: (k) =>
    has(k, 'phone') || k.account.services.filter((service) => service.kind === 'mobile').length === 1,
  payment_method: (k) =>
    says(k, 'card', 'bank', 'cash', 'wallet', 'visa', 'debit', 'credit', 'autopay') ||
    k.account.payments.length > 0,
  email: (k) => has(k, 'email') || k.account.customer.email !== null,
  phone: (k) => has(k, 'phone') || k.account.customer.phone !== null,
  name: (k) => k.account.customer.name !== '',
  symptom: (k) => k.said.split(/\s+/u).length >= 5,
  steps_tried: (k) =>
    says(k, 'restart', 'reboot', 'reset', 'unplug', 'turned it off', 'tried', 'checked', 'power cycl'),
  lights: (k) => says(k, 'light', 'blink', 'amber', 'orange', 'red', 'white', 'led'),
  location: (k) =>
    has(k, 'zip', 'address') ||
    k.account.customer.area !== null ||
    says(k, 'bedroom', 'upstairs', 'basement', 'office', 'kitchen', 'garage', 'living'),
  quantity: (k) => /\d/u.test(k.said),
  reason: (k) => k.said.split(/\s+/u).length >= 8,
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

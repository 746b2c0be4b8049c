import type { Account } from '../../domain/customer';
import { categoryOf, type IntentId } from '../../domain/intent';
import type { Entity } from '../../domain/triage';
import { amountsIn } from './amounts';

/** Which of the account's things the conversation is about; null where nothing points at one. */
export interface Focus {
  invoice: Account['invoices'][number] | null;
  /** The line of that bill that is meant. */
  charge: Account['invoices'][number]['charges'][number] | null;
  order: Account['orders'][number] | null;
  visit: Account['visits'][number] | null;
  service: Account['services'][number] | null;
  device: Account['devices'][number] | null;
}

const only = <T>(items: readonly T[]): T | null => (items.length === 1 ? (items[0] ?? null) : null);

const named = <T extends { id: string }>(items: readonly T[], entities: readonly Entity[]): T | null =>
  items.find((item) => entities.some((entity) => entity.refersTo === item.id)) ?? null;

const mentions = (text: string, phrase: string): boolean => text.includes(phrase.toLowerCase());

/** An item as a customer calls it: `LM-10 mesh point` is a mesh point. */
const plainName = (item: string): string =>
  item
    .split(' ')
    .filter((word) => !/\d/u.test(word))
    .join(' ');

/** Orders that are over for everything but the money that comes back for them. */
const RETURNED_MATTERS: ReadonlySet<IntentId> = new Set([
  'returns.refund-status',
  'returns.refund-request',
  'billing.dispute-charge',
]);

/** The order that was named by its number or item, or the only one the topic can be about. */
const orderOf = (
  { orders }: Account,
  entities: readonly Entity[],
  intent: IntentId,
  said: string,
): Focus['order'] => {
  const topic = categoryOf(intent);
  const open = orders.filter(({ status }) => status !== 'cancelled' && status !== 'returned');
  const returned = orders.filter(({ status }) => status === 'returned');
  const [first, second] = RETURNED_MATTERS.has(intent) ? [returned, open] : [open, returned];
  const calledSo = (items: typeof orders) =>
    only(items.filter(({ item }) => plainName(item) !== '' && mentions(said, plainName(item))));
  const likely =
    topic === 'returns' ? (only(first) ?? only(second)) : topic === 'shipping' ? only(open) : null;
  return (
    named(orders, entities) ??
    orders.find((order) => mentions(said, order.item)) ??
    (topic === 'returns' ? (calledSo(first) ?? calledSo(second)) : calledSo(open)) ??
    likely
  );
};

/** The line whose amount or label was said, or the only one that the bill before did not have; never a guess. */
const chargeOf = (
  account: Account,
  invoice: Focus['invoice'],
  entities: readonly Entity[],
  said: string,
): Focus['charge'] => {
  if (!invoice) return null;
  const amounts = new Set(amountsIn(entities));
  const before = account.invoices[account.invoices.indexOf(invoice) + 1];
  const isNew = (label: string) =>
    before !== undefined && !before.charges.some((charge) => charge.label === label);
  return (
    only(invoice.charges.filter((charge) => amounts.has(charge.amount.minor))) ??
    only(invoice.charges.filter((charge) => mentions(said, charge.label))) ??
    only(invoice.charges.filter((charge) => isNew(charge.label)))
  );
};

/** The kind of service a trouble is with, where the intent says so. */
const SERVICE_OF: Readonly<Record<IntentId, Account['services'][number]['kind']>> = {
  'technical.internet-down': 'fiber',
  'technical.slow-internet': 'fiber',
  'technical.intermittent-connection': 'fiber',
  'technical.wifi-coverage': 'fiber',
  'technical.tv-problem': 'tv',
  'technical.mobile-problem': 'mobile',
  'technical.home-repair-visit': 'home',
};

/**
 * What was named wins; otherwise the one thing of its kind that is open (an unpaid bill, an order on its way, a booked visit),
 * and only where the topic makes it likely. With two candidates nothing is assumed: the rep asks.
 */
export const focusOf = (
  account: Account,
  entities: readonly Entity[],
  intent: IntentId,
  text: string,
): Focus => {
  const said = text.toLowerCase();
  const unpaid = account.invoices.filter((invoice) => invoice.status !== 'paid');
  const booked = account.visits.filter((visit) => visit.status === 'booked' || visit.status === 'missed');
  const invoice =
    named(account.invoices, entities) ??
    (categoryOf(intent) === 'billing' ? (only(unpaid) ?? account.invoices[0] ?? null) : null);
  return {
    invoice,
    charge: chargeOf(account, invoice, entities, said),
    order: orderOf(account, entities, intent, said),
    visit: named(account.visits, entities) ?? only(booked),
    service:
      account.services.find((service) => mentions(said, service.plan) || mentions(said, service.kind)) ??
      only(account.services) ??
      only(account.services.filter(({ kind }) => kind === SERVICE_OF[intent])),
    device:
      account.devices.find((device) => mentions(said, device.model)) ??
      account.devices.find((device) => device.status !== 'online') ??
      only(account.devices),
  };
};

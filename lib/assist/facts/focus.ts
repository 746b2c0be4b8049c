import type { Account } from '../../domain/customer';
import type { Category } from '../../domain/intent';
import type { Entity } from '../../domain/triage';

/** Which of the account's things the conversation is about; null where nothing points at one. */
export interface Focus {
  invoice: Account['invoices'][number] | null;
  order: Account['orders'][number] | null;
  visit: Account['visits'][number] | null;
  service: Account['services'][number] | null;
  device: Account['devices'][number] | null;
}

const only = <T>(items: readonly T[]): T | null => (items.length === 1 ? (items[0] ?? null) : null);

const named = <T extends { id: string }>(items: readonly T[], entities: readonly Entity[]): T | null =>
  items.find((item) => entities.some((entity) => entity.refersTo === item.id)) ?? null;

const mentions = (text: string, phrase: string): boolean => text.includes(phrase.toLowerCase());

/**
 * What was named wins; otherwise the one thing of its kind that is open (an unpaid bill, an order on its way, a booked visit),
 * and only where the topic makes it likely. With two candidates nothing is assumed: the rep asks.
 */
export const focusOf = (account: Account, entities: readonly Entity[], category: Category, text: string): Focus => {
  const said = text.toLowerCase();
  const unpaid = account.invoices.filter((invoice) => invoice.status !== 'paid');
  const moving = account.orders.filter((order) => order.status !== 'cancelled' && order.status !== 'returned');
  const booked = account.visits.filter((visit) => visit.status === 'booked' || visit.status === 'missed');
  const orders = category === 'shipping' || category === 'returns';
  return {
    invoice: named(account.invoices, entities) ?? (category === 'billing' ? (only(unpaid) ?? account.invoices[0] ?? null) : null),
    order: named(account.orders, entities) ?? account.orders.find((order) => mentions(said, order.item)) ?? (orders ? only(moving) : null),
    visit: named(account.visits, entities) ?? only(booked),
    service: account.services.find((service) => mentions(said, service.plan) || mentions(said, service.kind)) ?? only(account.services),
    device: account.devices.find((device) => mentions(said, device.model)) ?? account.devices.find((device) => device.status !== 'online') ?? only(account.devices),
  };
};

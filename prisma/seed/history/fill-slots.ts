import { formatMoney, usd } from '@/lib/core/money';
import type { Bill, SeedAccount } from '../accounts/account';
import type { Slot } from '../files/conversation-file';

/** The records a past conversation is about. */
export interface About {
  account: SeedAccount;
  bill?: Bill;
  order?: SeedAccount['orders'][number];
  visit?: SeedAccount['visits'][number];
}

const spokenDay = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

/** The name of the person who writes: a business has a contact. */
export const personOf = ({ account }: About): string => account.contact ?? account.customer.name;

const VALUES: Record<Slot, (about: About) => string | undefined> = {
  name: personOf,
  first_name: (about) => personOf(about).split(' ')[0],
  area: ({ account }) => account.customer.area,
  device: ({ account }) => account.devices.find(({ model }) => model.endsWith('gateway'))?.model,
  plan: ({ account }) => account.services.find(({ kind }) => kind === 'fiber')?.plan,
  price: ({ account }) => {
    const fiber = account.services.find(({ kind }) => kind === 'fiber');
    return fiber && formatMoney(usd(fiber.priceMinor));
  },
  invoice: ({ bill }) => bill?.invoice.number,
  invoice_total: ({ bill }) => bill && formatMoney(usd(bill.invoice.totalMinor)),
  order: ({ order }) => order?.number,
  item: ({ order }) => order?.item,
  visit: ({ visit }) => visit?.number,
  visit_date: ({ visit }) => visit && spokenDay.format(visit.on),
  window: ({ visit }) => visit?.window,
};

/** A line with its slots filled from the account. Throws when the account lacks one: the pairing was wrong. */
export const fillSlots = (text: string, about: About): string =>
  text.replace(/\{([a-z_]{1,40})\}/g, (slot, name: string) => {
    const value = Object.hasOwn(VALUES, name) ? VALUES[name as Slot](about) : undefined;
    if (value === undefined) throw new RangeError(`${about.account.customer.name} has nothing for ${slot}`);
    return value;
  });

import { DAY, daysBetween } from '@/lib/core/clock';
import { pick, shuffle } from '@/lib/core/random';
import { type Bill, hasService, type SeedAccount } from '../accounts/account';
import { daysAfter, daysAgo, monthsAgo } from '../days';
import type { PastFile } from '../files/conversation-file';
import { FITS, type Fit } from './fit';

/** A past conversation, whose it was and when it began. */
export interface Planned {
  past: PastFile;
  fit: Fit;
  account: SeedAccount;
  openedAt: Date;
}

const SPREAD_DAYS = 118;
/** Waits vary by as much between tellings; see past-conversation.ts. */
export const STRETCH = 1.3;
const NOTHING: Fit = {};

/** Days from the first to the last line, at the slowest telling. */
const lengthDays = (past: PastFile): number =>
  (past.turns.reduce((sum, { wait }) => sum + wait, 0) * STRETCH) / 86_400;

/** An hour of the day in which Larkspur answers: 8 am to 9 pm Mountain time, in UTC. */
const openingTime = (day: Date, random: () => number): Date =>
  new Date(day.getTime() + (15 + random() * 13) * (DAY / 24));

const firstBillOf = (account: SeedAccount): Bill | undefined =>
  account.bills.find(
    ({ charges }) =>
      charges.some(({ label }) => label.startsWith('Fiber') && label.includes(', first ')) &&
      charges.some(({ label }) => label === 'Professional installation'),
  );

/** The day a conversation is tied to on an account; null when the account has no such day, undefined when any will do. */
const tiedDay = (fit: Fit, account: SeedAccount): Date | null | undefined => {
  if (fit.on === 'first-bill') {
    const bill = firstBillOf(account);
    return bill ? daysAfter(bill.invoice.issued, 2) : null;
  }
  return fit.on === 'after-a-year' ? daysAfter(monthsAgo(account.customer.since, -13), 3) : undefined;
};

const suits = (past: PastFile, fit: Fit, account: SeedAccount, openedDaysAgo: number, now: Date): boolean => {
  const { customer } = account;
  if (customer.language !== 'en') return false;
  if (account.key !== null && !(fit.anchor && openedDaysAgo >= 30)) return false;
  if (customer.tier === 'enterprise' && !fit.business) return false;
  const tied = tiedDay(fit, account);
  if (tied === null) return false;
  const day = tied ?? daysAgo(now, openedDaysAgo);
  const age = daysBetween(day, now);
  if (age < 2 + lengthDays(past) || age > SPREAD_DAYS + 2) return false;
  if (fit.on === undefined && daysBetween(customer.since, day) < 75) return false;
  if (
    past.needs.includes('invoice') &&
    !account.bills.some(({ invoice }) => invoice.issued <= daysAfter(day, -(fit.bill?.oldDays ?? 0)))
  )
    return false;
  return (
    past.needs.every((need) => ['invoice', 'order', 'visit'].includes(need) || hasService(account, need)) &&
    (fit.who?.(account) ?? true)
  );
};

/** Pairs every past conversation with `times` customers and days, evenly over four months; nobody gets one twice, and few get several. */
export const planHistory = (
  pasts: PastFile[],
  accounts: SeedAccount[],
  times: number,
  now: Date,
  random: () => number,
): Planned[] => {
  const load = new Map<SeedAccount, { count: number; changed: boolean }>();
  const loadOf = (account: SeedAccount) => load.get(account) ?? { count: 0, changed: false };
  const tellings = shuffle(
    pasts.flatMap((past) => Array.from({ length: times }, () => past)),
    random,
  );
  const told = new Set<string>();
  // Those tied to a day of an account, or that want one to themselves, choose first: few accounts suit.
  const isChoosy = ({ id }: PastFile): boolean => FITS[id]?.on !== undefined || FITS[id]?.last === true;
  const order = tellings
    .map((past, index) => ({ past, index }))
    .sort((a, b) => Number(isChoosy(b.past)) - Number(isChoosy(a.past)));
  const plan = (past: PastFile, index: number): Planned | null => {
    const fit = FITS[past.id] ?? NOTHING;
    const changes = Boolean(fit.bill ?? fit.firstYear);
    const spread = 2 + ((index + random()) / tellings.length) * (SPREAD_DAYS - 2);
    const openedDaysAgo = Math.max(spread, 3 + lengthDays(past));
    const able = accounts.filter(
      (account) =>
        !told.has(`${past.id} ${account.customer.id}`) &&
        !(changes && loadOf(account).changed) &&
        loadOf(account).count < (fit.last ? 1 : Number.POSITIVE_INFINITY) &&
        suits(past, fit, account, openedDaysAgo, now),
    );
    const least = Math.min(...able.map((account) => loadOf(account).count));
    const free = able.filter((account) => loadOf(account).count === least);
    if (free.length === 0) return null;
    const account = pick(free, random);
    load.set(account, {
      count: fit.last ? Number.POSITIVE_INFINITY : least + 1,
      changed: loadOf(account).changed || changes,
    });
    told.add(`${past.id} ${account.customer.id}`);
    const day = tiedDay(fit, account) ?? daysAgo(now, Math.ceil(openedDaysAgo));
    return { past, fit, account, openedAt: openingTime(day, random) };
  };
  return order.map(({ past, index }) => {
    // Where nobody is left whom it suits, another conversation takes its place.
    for (const candidate of [past, ...shuffle(pasts, random)]) {
      const planned = plan(candidate, index);
      if (planned) return planned;
    }
    throw new RangeError('none of the past conversations suits any customer');
  });
};

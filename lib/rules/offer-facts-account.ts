import { DAY, daysBetween } from '../core/clock';
import {
  contactsWithin,
  monthlyMinor,
  monthsSince,
  monthsUntil,
  overdueMinor,
} from '../domain/account-figures';
import type { Account } from '../domain/customer';
import type { OfferFacts } from '../policies/facts';
import type { PolicySet } from '../policies/policy-set';

/** What plans and areas are. */
export type Catalogue = Pick<PolicySet['pricing'], 'plans' | 'areas'>;

/** Hours until a visit begins, by its day and window; the use case knows the local time. */
export type HoursUntil = (day: string, window: string) => number;

type Customer = NonNullable<OfferFacts['customer']>;
type Service = Account['services'][number];

const dollars = (minor: number): number => minor / 100;
const daysSince = (day: string, now: Date): number => daysBetween(new Date(day), now);

/**
 * By how many dollars the newest bill is higher than the one before it, for what was on both, or was a discount that ended: a fee or a thing
 * that was added is no price rise. Below zero when it got cheaper; undefined when there are no two bills.
 */
const priceRise = ({ invoices }: Account): number | undefined => {
  const [newest, before] = invoices;
  if (!newest || !before) return undefined;
  const sum = (invoice: typeof newest, label: string): number =>
    invoice.charges
      .filter((charge) => charge.label === label)
      .reduce((total, { amount }) => total + amount.minor, 0);
  const labels = new Set([...newest.charges, ...before.charges].map(({ label }) => label));
  const changes = [...labels].map((label) => {
    const [now, then] = [sum(newest, label), sum(before, label)];
    return then === 0 && now > 0 ? 0 : now - then;
  });
  return dollars(changes.reduce((total, change) => total + change, 0));
};

const planOf = ({ plans }: Catalogue, name: string) => plans.find((plan) => plan.name === name);

const serviceFacts = (service: Service, catalogue: Catalogue, now: Date) => ({
  kind: service.kind,
  plan: service.plan,
  price: dollars(service.price.minor),
  tenure_months: monthsSince(service.since, now),
  status: service.status,
  ending: service.endsOn !== null,
  usage_gb: service.usageGb ?? undefined,
  peak_mbps: service.peakMbps ?? undefined,
  plan_mbps: planOf(catalogue, service.plan)?.mbps,
});

const UNDERWAY = new Set(['placed', 'shipped', 'delayed']);
const FAILED = new Set(['failed', 'returned']);

/** What offers may know of a customer. Amounts are dollars, ages whole days or months. */
export const customerFacts = (
  account: Account,
  catalogue: Catalogue,
  hoursUntil: HoursUntil,
  now: Date,
): Customer => {
  const { customer } = account;
  const tenure = customer.since === null ? undefined : monthsSince(customer.since, now);
  const until = customer.priceLockUntil;
  const lock = until === null ? 0 : monthsUntil(until, now);
  return {
    tenure_months: tenure,
    tenure_years: tenure === undefined ? undefined : Math.floor(tenure / 12),
    tier: customer.tier,
    vulnerable: customer.vulnerable,
    autopay: customer.autopay,
    offers_allowed: customer.offersAllowed,
    language: customer.language,
    zone: catalogue.areas.find(({ name }) => name === customer.area)?.zone,
    area: customer.area ?? undefined,
    has_price_lock: lock > 0,
    price_lock_months_left: lock,
    had_price_lock: until !== null,
    price_lock_ended_days: until !== null && lock === 0 ? daysSince(until, now) : undefined,
    monthly_total: dollars(monthlyMinor(account)),
    balance_overdue: dollars(overdueMinor(account)),
    failed_payments_90_days: account.payments.filter(
      ({ status, on }) => FAILED.has(status) && now.getTime() - Date.parse(on) <= 90 * DAY,
    ).length,
    open_dispute: account.invoices.some(({ status }) => status === 'disputed'),
    contacts_30_days: contactsWithin(account, 30, now),
    contacts_90_days: contactsWithin(account, 90, now),
    last_csat: account.history.find(({ csat }) => csat !== null)?.csat ?? undefined,
    price_rise: priceRise(account),
    services: account.services.map((service) => serviceFacts(service, catalogue, now)),
    devices: account.devices.map(({ model, installed, status }) => ({
      model,
      age_months: monthsSince(installed, now),
      status,
    })),
    credits: account.credits.map(({ kind, reason, on, amount, months }) => ({
      kind,
      reason,
      age_months: monthsSince(on, now),
      amount: dollars(amount.minor * months),
    })),
    orders: account.orders.map(({ item, status, placed, expected }) => ({
      item,
      status,
      age_days: daysSince(placed, now),
      // When one that has come was delivered is not on the account.
      days_late:
        expected !== null && UNDERWAY.has(status) ? Math.max(0, daysSince(expected, now)) : undefined,
    })),
    visits: account.visits.map(({ kind, status, on, window, tripFee }) => ({
      kind,
      status,
      age_days: daysSince(on, now),
      hours_ahead: hoursUntil(on, window),
      trip_fee: dollars(tripFee.minor),
    })),
  };
};

const inUse = ({ status, endsOn }: Service): boolean => status === 'active' && endsOn === null;

const NONE = 'none';

/** The only one of them; undefined when there are several, as nobody said which. */
const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

const gigabytes = ({ usageGb }: Service): number => usageGb ?? 0;
const byUse = (services: readonly Service[]): Service[] =>
  services.filter(({ usageGb }) => usageGb !== null).sort((a, b) => gigabytes(a) - gigabytes(b));

/** What an offer's tool would act on. Where there is nothing of a kind its plan is `none`; where there are two it is not known. */
export const targetFacts = (
  { services, visits }: Account,
  catalogue: Catalogue,
  hoursUntil: HoursUntil,
): NonNullable<OfferFacts['on']> => {
  const active = services.filter(inUse);
  const fibers = active.filter(({ kind }) => kind === 'fiber');
  // An add-on is TV too, and no plan that could be made smaller.
  const tvs = active.filter(({ kind, plan }) => kind === 'tv' && !plan.endsWith('add-on'));
  const [fiber, tv] = [only(fibers), only(tvs)];
  const lines = active.filter(({ kind }) => kind === 'mobile');
  const capped = (line: Service): boolean => planOf(catalogue, line.plan)?.data_gb !== undefined;
  const light = byUse(lines.filter((line) => !capped(line))).at(0);
  const full = byUse(lines.filter(capped)).at(-1);
  const visit = visits
    .filter(({ status, on, window }) => status === 'booked' && hoursUntil(on, window) > 0)
    .sort((a, b) => Number(b.tripFee.minor > 0) - Number(a.tripFee.minor > 0) || a.on.localeCompare(b.on))
    .at(0);
  return {
    fiber: fiber?.id,
    fiber_plan: fibers.length === 0 ? NONE : fiber?.plan,
    fiber_mbps: fiber && planOf(catalogue, fiber.plan)?.mbps,
    fiber_peak_mbps: fiber?.peakMbps ?? undefined,
    tv: tv?.id,
    tv_plan: tvs.length === 0 ? NONE : tv?.plan,
    light_line: light?.id,
    light_line_gb: light && gigabytes(light),
    full_line: full?.id,
    full_line_gb: full && gigabytes(full),
    visit: visit?.id,
    visit_fee: dollars(visit?.tripFee.minor ?? 0),
    visit_kind: visit?.kind ?? NONE,
  };
};

import type { Problem } from '../../core/errors';
import { formatMoney, toMinor, usd } from '../../core/money';
import type { PricingPolicy } from '../../policies/compile-pricing';
import { addMonths, sayDay } from '../days';
import { impossible } from '../impossible';
import type { NewLine } from '../systems/billing';
import type { PlanChange, ServiceRecord } from '../systems/services';
import type { BillPeriod } from './bill-period';
import { monthlyLines } from './monthly';
import { prorationLines, totalOf } from './proration';

/** A price lock lasts 12 months (docs/larkspur.md, "Bills and payments"). */
const LOCK_MONTHS = 12;

export interface Wish {
  /** Null to add a plan. */
  service: string | null;
  plan: string;
  priceLock: boolean;
}

export interface Standing {
  /** Every service there is or was. */
  services: readonly ServiceRecord[];
  lockUntil: string | null;
  period: BillPeriod;
  on: string;
}

export interface PlannedChange {
  is: 'planned';
  change: Omit<PlanChange, 'customerId'>;
  /** What the services come to each month, in cents; equipment and AutoPay stand apart and stay. */
  monthly: { before: number; after: number };
}

type Plan = PricingPolicy['plans'][number];

/** Kinds of which a home has one line. */
const ONE_LINE: readonly Plan['kind'][] = ['fiber', 'home'];

/** What stands in the way of having a plan as well; null where nothing does. */
const againstAdding = (plan: Plan, having: readonly ServiceRecord[]): string | null => {
  const same = having.filter(({ kind }) => kind === plan.kind);
  if (plan.kind === 'mobile') return null;
  if (same.some((service) => service.plan === plan.name)) return `${plan.name} is on this account already`;
  if (plan.add_on) return same.length > 0 ? null : `${plan.name} comes on top of another ${plan.kind} plan`;
  if (ONE_LINE.includes(plan.kind) && same.length > 0)
    return `There is ${same[0]?.plan} already: change that service instead`;
  return null;
};

/** What stands in the way of a plan in place of another; null where nothing does. */
const againstChanging = (
  from: ServiceRecord,
  to: Plan,
  plans: readonly Plan[],
  lock: boolean,
): string | null => {
  if (from.endsOn !== null) return `It ends on ${sayDay(from.endsOn)}: take its cancellation back first`;
  if (from.kind !== to.kind) return `${to.name} cannot take the place of ${from.plan}: add it instead`;
  const addsOn = plans.some(({ name, add_on }) => name === from.plan && add_on);
  if (from.plan !== to.name && (addsOn || to.add_on)) return 'An add-on is added or cancelled, not changed';
  return from.plan === to.name && !lock ? `It is ${to.name} already` : null;
};

/**
 * What a change of plan comes to. Both plans are paid by day for the period that runs. A price lock is no obstacle and costs nothing: its
 * fee is for ending service early (docs/larkspur.md, "Bills and payments"), and it goes on to its day with the new plan, up or down.
 */
export const planChange = (
  { service: serviceId, plan: name, priceLock }: Wish,
  { services, lockUntil, period, on }: Standing,
  { plans, bundles }: Pick<PricingPolicy, 'plans' | 'bundles'>,
): PlannedChange | { is: 'impossible'; problems: Problem[] } => {
  const having = services.filter(({ status }) => status !== 'ended');
  const plan = plans.find((one) => one.name === name);
  if (!plan) return impossible('plan', `There is no plan ${name}`);
  const from = serviceId === null ? null : services.find(({ id }) => id === serviceId);
  if (from === undefined) return impossible('service', 'There is no such service on this account');
  const against = from ? againstChanging(from, plan, plans, priceLock) : againstAdding(plan, having);
  if (against !== null) return impossible('plan', against);
  if (priceLock && lockUntil !== null && lockUntil >= on)
    return impossible('priceLock', `A price lock runs until ${sayDay(lockUntil)} already`);

  // Who stays on a plan keeps its price, a promotional one too.
  const price = from?.plan === plan.name ? from.price : usd(toMinor(plan.price));
  const to = { kind: plan.kind, plan: plan.name, price };
  const before = monthlyLines(having, bundles);
  const after = monthlyLines(
    from === null ? [...having, to] : having.map((one) => (one.id === serviceId ? { ...one, ...to } : one)),
    bundles,
  );
  const lock = priceLock ? addMonths(on, LOCK_MONTHS) : null;
  const lines: NewLine[] = [
    ...prorationLines(before, after, period),
    ...(lock === null ? [] : [{ label: `${plan.name}, price lock until ${sayDay(lock)}`, amount: 0 }]),
  ];
  return {
    is: 'planned',
    change: { seen: services, from, to, lockUntil: lock, lines, on },
    monthly: { before: totalOf(before), after: totalOf(after) },
  };
};

/** The change in one sentence: what is paid each month, and what the next bill has for the days in between. */
export const sayChange = (
  { change: { from, to, lockUntil, lines }, monthly }: PlannedChange,
  left: number,
): string => {
  const once = totalOf(lines);
  const money = (cents: number): string => formatMoney(usd(cents));
  const locked = lockUntil === null ? '' : ` with a price lock until ${sayDay(lockUntil)}`;
  if (from?.plan === to.plan) return `Keep ${to.plan} at ${formatMoney(to.price)} a month${locked}`;
  const what = from ? `Change ${from.plan} to ${to.plan} today` : `Add ${to.plan} today`;
  const bill =
    once === 0
      ? 'the next bill has nothing else'
      : `the next bill has ${money(Math.abs(once))} ${once < 0 ? 'less' : 'more'} for ${left} days`;
  return `${what}${locked}: services go from ${money(monthly.before)} to ${money(monthly.after)} a month, and ${bill}`;
};

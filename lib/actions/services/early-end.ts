import { toMinor } from '../../core/money';
import type { PricingPolicy } from '../../policies/compile-pricing';
import { addMonths } from '../days';
import type { ServiceRecord } from '../systems/services';

export interface EarlyEnd {
  /** Months of the price lock that are left, a begun one counted. */
  months: number;
  /** In cents. */
  fee: number;
}

const NONE: EarlyEnd = { months: 0, fee: 0 };

/** Months from `from` until a price lock has run out on `until`; none without a lock or after it. */
const monthsLeft = (until: string | null, from: string): number => {
  let months = 0;
  while (until !== null && addMonths(from, months) < until) months += 1;
  return months;
};

/**
 * What ending a service early costs: so much for each month left of the price lock, up to a limit (docs/larkspur.md, "Bills and payments").
 * An account has one lock. It is of its fiber, or of its last service where it never had fiber; ending anything else leaves it standing.
 */
export const earlyEnd = (
  ending: ServiceRecord,
  all: readonly ServiceRecord[],
  lockUntil: string | null,
  endsOn: string,
  fees: PricingPolicy['fees'],
): EarlyEnd => {
  const others = all.filter(
    ({ id, status, endsOn: ends }) => id !== ending.id && status !== 'ended' && ends === null,
  );
  const hadFiber = all.some(({ kind }) => kind === 'fiber');
  const holdsLock =
    ending.kind === 'fiber' ? !others.some(({ kind }) => kind === 'fiber') : !hadFiber && others.length === 0;
  const months = holdsLock ? monthsLeft(lockUntil, endsOn) : 0;
  if (months === 0) return NONE;
  return {
    months,
    fee: Math.min(months * toMinor(fees.early_end_per_month), toMinor(fees.early_end_at_most)),
  };
};

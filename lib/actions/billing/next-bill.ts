import type { ServiceKind } from '../../domain/customer';
import type { PricingPolicy } from '../../policies/compile-pricing';
import { monthlyLines } from '../services/monthly';

/** What the next bill is called among the changes of an effect. */
export const NEXT_BILL = 'Next bill';

export interface MonthlyParts {
  services: readonly {
    kind: ServiceKind;
    plan: string;
    priceMinor: number;
    status: string;
    endsOn: string | null;
  }[];
  /** What services together take off, as they are now: the newest bill is of those that were. */
  bundles: PricingPolicy['bundles'];
  /** Lines of the newest bill. */
  charges: readonly { label: string; amountMinor: number }[];
  /** Lines that stand on no bill yet, in cents. */
  unbilled: number;
  /** What credits take off, in cents. */
  credits: number;
}

/** What comes back every month beside the prices of services, by words of its label (docs/larkspur.md, "Services and monthly prices"). */
const MONTHLY = ['autopay', 'rental', 'extra tv box', 'warranty', 'promotion'];

/** A paused service costs 10.00 a month (docs/larkspur.md, "Accounts"); one that is suspended or about to end costs nothing more. */
const PAUSED = 1000;

const isMonthly = (label: string): boolean => {
  const words = label.toLowerCase();
  return !words.includes(', first ') && MONTHLY.some((word) => words.includes(word));
};

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** The next bill in cents, if nothing else happens: prices of services, what comes back monthly, lines that wait, less credits. */
export const nextBill = ({ services, bundles, charges, unbilled, credits }: MonthlyParts): number =>
  sum([
    ...monthlyLines(
      services
        .filter(({ status, endsOn }) => status === 'active' && endsOn === null)
        .map(({ kind, plan, priceMinor }) => ({ kind, plan, price: { minor: priceMinor } })),
      bundles,
    ).map(({ amount }) => amount),
    ...services.filter(({ status }) => status === 'paused').map(() => PAUSED),
    ...charges.filter(({ label }) => isMonthly(label)).map(({ amountMinor }) => amountMinor),
    unbilled,
    -credits,
  ]);

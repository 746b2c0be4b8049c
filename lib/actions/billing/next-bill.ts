export interface MonthlyParts {
  services: readonly { priceMinor: number; status: string; endsOn: string | null }[];
  /** Lines of the newest bill. */
  charges: readonly { label: string; amountMinor: number }[];
  /** Lines that stand on no bill yet, in cents. */
  unbilled: number;
  /** What credits take off, in cents. */
  credits: number;
}

/** What comes back every month beside the prices of services, by words of its label (docs/larkspur.md, "Services and monthly prices"). */
const MONTHLY = ['bundle', 'autopay', 'rental', 'extra tv box', 'warranty', 'promotion'];

/** A paused service costs 10.00 a month (docs/larkspur.md, "Accounts"); one that is suspended or about to end costs nothing more. */
const PAUSED = 1000;

const isMonthly = (label: string): boolean => {
  const words = label.toLowerCase();
  return !words.includes(', first ') && MONTHLY.some((word) => words.includes(word));
};

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** The next bill in cents, if nothing else happens: prices of services, what comes back monthly, lines that wait, less credits. */
export const nextBill = ({ services, charges, unbilled, credits }: MonthlyParts): number =>
  sum([
    ...services
      .filter(({ status, endsOn }) => status === 'active' && endsOn === null)
      .map(({ priceMinor }) => priceMinor),
    ...services.filter(({ status }) => status === 'paused').map(() => PAUSED),
    ...charges.filter(({ label }) => isMonthly(label)).map(({ amountMinor }) => amountMinor),
    unbilled,
    -credits,
  ]);

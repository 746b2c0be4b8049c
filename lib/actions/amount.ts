import { z } from 'zod';
import { formatMoney, toMinor, usd } from '../core/money';

/** Dollars as a person writes them: above nothing, at most two decimals. In cents by `toMinor`. */
export const amountSchema = z
  .number({ error: 'Write an amount in dollars, such as 12.50' })
  .positive('Must be more than $0.00')
  .max(10_000, 'Must be $10,000.00 at most')
  // A number that is not the one its cents write has more decimals, however small they are.
  .refine((dollars) => toMinor(dollars) / 100 === dollars, {
    error: 'Cents are the smallest: two decimals at most',
  });

/** Everything is billed in US dollars; another currency is refused, not converted. */
export const currencySchema = z.literal('USD', { error: 'Only US dollars (USD)' }).default('USD');

/** Cents as people read them. */
export const say = (cents: number): string => formatMoney(usd(cents));

/** What a bill comes to. One that is below nothing is nothing, and what is over goes to the bill after it. */
export const sayBill = (cents: number): string =>
  cents < 0 ? `${say(0)} with ${say(-cents)} left over` : say(cents);

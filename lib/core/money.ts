import { z } from 'zod';

/** Money is an integer number of minor units (cents) with its currency; never a float. */
export const moneySchema = z.object({ minor: z.int(), currency: z.literal('USD') });
export type Money = z.infer<typeof moneySchema>;

export const usd = (minor: number): Money => ({ minor, currency: 'USD' });

/** `$1,204.50`, as a customer reads it. */
export const formatMoney = ({ minor, currency }: Money, locale = 'en-US'): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 100);

/** Minor units of a decimal amount as policy files and articles write it: 4.5 is 450. */
export const toMinor = (decimal: number): number => Math.round(decimal * 100);

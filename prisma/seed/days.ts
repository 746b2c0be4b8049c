import { DAY } from '@/lib/core/clock';

/** Midnight UTC of the day `days` before `now` (negative: after). */
export const daysAgo = (now: Date, days: number): Date => {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return new Date(midnight - days * DAY);
};

export const daysAfter = (day: Date, days: number): Date => daysAgo(day, -days);

/** Midnight UTC of the same day of the month `months` earlier, or the last day of that month when it is shorter. */
export const monthsAgo = (now: Date, months: number): Date => {
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth() - months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(now.getUTCDate(), lastDay)));
};

/** The next day on or after `day` that is not a Sunday: visits run Monday to Saturday. */
export const workingDay = (day: Date): Date => (day.getUTCDay() === 0 ? daysAfter(day, 1) : day);

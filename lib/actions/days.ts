import { DAY } from '../core/clock';

/** Days as `YYYY-MM-DD`, in UTC. */
const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);

export const today = (now: Date): string => text(now);
export const addDays = (day: string, days: number): string => text(new Date(at(day).getTime() + days * DAY));
export const daysFrom = (from: string, to: string): number =>
  Math.round((at(to).getTime() - at(from).getTime()) / DAY);

/** The same day `months` later, or the last day of that month when it is shorter: January 31 and one month is February 28 or 29. */
export const addMonths = (day: string, months: number): string => {
  const from = at(day);
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return text(new Date(Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay))));
};

/** `days` business days later, Monday to Friday. Public holidays are not known, so this can promise a day too early. */
export const addBusinessDays = (day: string, days: number): string => {
  let date = day;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    const weekday = at(date).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return date;
};

const LONG = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `Nov 21, 2026` */
export const sayDay = (day: string): string => LONG.format(at(day));

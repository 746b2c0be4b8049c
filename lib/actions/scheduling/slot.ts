import { z } from 'zod';
import type { Problem } from '../../core/errors';
import type { PricingPolicy } from '../../policies/compile-pricing';
import { addDays } from '../days';
import type { Full } from '../systems/scheduling';
import type { SlotTime } from './free-slots';
import { localDay, sayDate, saySlot, startOf, WEEKDAYS, weekdayOf } from './local-time';

/** Parameters of a tool that name a slot. */
export const slotParams = {
  date: z.iso.date({ error: 'Write a day that exists, such as 2026-11-24' }).meta({ title: 'Day' }),
  window: z
    .string({ error: 'Choose a window, such as 10-12' })
    .trim()
    .min(1, 'Choose a window, such as 10-12')
    .max(12, 'Choose a window, such as 10-12')
    .meta({ title: 'Window' }),
};

const capital = (word: string | undefined): string =>
  `${word?.[0]?.toUpperCase() ?? ''}${word?.slice(1) ?? ''}`;
const nameOf = (weekday: number | undefined): string => capital(WEEKDAYS[(weekday ?? 1) - 1]);

const dayProblem = ({ visits }: PricingPolicy, today: string, day: string): string | undefined => {
  const { weekdays, days_ahead } = visits;
  if (day < today) return `${sayDate(day)} is in the past`;
  if (!weekdays.includes(weekdayOf(day)))
    return `Nobody visits on a ${nameOf(weekdayOf(day))}: ${nameOf(weekdays[0])} to ${nameOf(weekdays.at(-1))}`;
  if (day > addDays(today, days_ahead)) return `Visits are booked up to ${days_ahead} days ahead`;
  return undefined;
};

/** Why nobody could come in a slot, whoever is free, by parameter. */
export const slotProblems = (pricing: PricingPolicy, now: Date, { day, window }: SlotTime): Problem[] => {
  const { windows, time_zone } = pricing.visits;
  const wrong = dayProblem(pricing, localDay(now, time_zone), day);
  if (wrong !== undefined) return [{ path: 'date', message: wrong }];
  if (!windows.includes(window))
    return [{ path: 'window', message: `There is no window ${window}: choose ${windows.join(', ')}` }];
  return startOf(day, window, time_zone) <= now
    ? [{ path: 'window', message: `${saySlot({ day, window })} has begun already` }]
    : [];
};

/** That a slot is full, and what is free instead. */
export const fullSlot = (slot: SlotTime, { next }: Pick<Full, 'next'>): Problem => ({
  path: 'window',
  message:
    next.length === 0
      ? `${saySlot(slot)} is full, and so is everything after it`
      : `${saySlot(slot)} is full. Next free: ${next.map(saySlot).join('; ')}`,
});

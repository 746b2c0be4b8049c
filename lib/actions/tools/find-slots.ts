import { z } from 'zod';
import { HOUR } from '../../core/clock';
import { impossible } from '../impossible';
import type { Slot } from '../scheduling/free-slots';
import { instantOf, localDay, sayDate, saySlot } from '../scheduling/local-time';
import { slotParams } from '../scheduling/slot';
import { NO_AREA, sayWork, wantedFor, workParams, workProblems } from '../scheduling/work';
import { readingTool } from '../tool';

const params = z.strictObject({
  ...workParams,
  date: slotParams.date.nullable().default(null).meta({ title: 'From, or today' }),
  days: z
    .int({ error: 'Write a whole number of days' })
    .min(1, 'At least one day')
    .max(22, 'At most 22 days')
    .default(7)
    .meta({ title: 'Days' }),
});

const byDay = (slots: readonly Slot[]): { label: string; value: string }[] =>
  [...new Set(slots.map(({ day }) => day))].map((date) => ({
    label: sayDate(date),
    value: slots
      .filter(({ day }) => day === date)
      .map(({ window }) => window)
      .join(', '),
  }));

export const findSlots = readingTool({
  id: 'find-slots',
  title: 'Free visit slots',
  params,
  read: async (systems, { account, now, pricing }, { kind, model, symptom, date, days }) => {
    const { time_zone, notice_hours, days_ahead } = pricing.visits;
    const work = { kind, model, symptom };
    const unfit = workProblems(pricing.visits, work);
    if (unfit.length > 0) return { is: 'impossible', problems: unfit };
    const today = localDay(now, time_zone);
    if (date !== null && date < today) return impossible('date', `${sayDate(date)} is in the past`);
    const wanted = wantedFor(pricing, account.customer.area, work);
    if (wanted === null) return { is: 'impossible', problems: [NO_AREA] };
    const soonest = new Date(now.getTime() + notice_hours * HOUR);
    const start = date === null ? soonest : instantOf(date, 0, time_zone);
    const from = start > soonest ? start : soonest;
    const span = Math.min(days, days_ahead + 1);
    const slots = await systems.scheduling.openSlots(pricing, wanted, { from, days: span });
    const [first] = slots;
    const what = `${sayWork(pricing.visits, work)} in ${wanted.area}`;
    return {
      is: 'found',
      sentence:
        first === undefined
          ? `Nobody is free for ${what} in ${span} days from ${sayDate(localDay(from, time_zone))}`
          : `${slots.length} windows are free for ${what}, the first on ${saySlot(first)}`,
      rows: byDay(slots),
    };
  },
});

import { z } from 'zod';
import { say } from '../amount';
import { saySlot } from '../scheduling/local-time';
import { slotParams, slotProblems } from '../scheduling/slot';
import { quoteFor } from '../scheduling/visit-quote';
import { NO_AREA, openQuestions, sayWork, wantedFor, workParams, workProblems } from '../scheduling/work';
import { readingTool } from '../tool';

const params = z.strictObject({
  ...workParams,
  date: slotParams.date.nullable().default(null).meta({ title: 'Day' }),
  window: slotParams.window.nullable().default(null).meta({ title: 'Window' }),
  faultIsOurs: z
    .boolean({ error: 'Yes or no' })
    .default(false)
    .meta({ title: "The fault is on Larkspur's side" }),
});

export const quoteVisit = readingTool({
  id: 'quote-visit',
  title: 'Price of a visit',
  params,
  read: async (_systems, target, { kind, model, symptom, date, window, faultIsOurs }) => {
    const { pricing, account, now } = target;
    const work = { kind, model, symptom };
    const slot = date !== null && window !== null ? { day: date, window } : null;
    const problems = [
      ...workProblems(pricing.visits, work),
      ...(slot === null ? [] : slotProblems(pricing, now, slot)),
      ...(wantedFor(pricing, account.customer.area, work) === null ? [NO_AREA] : []),
    ];
    if (problems.length > 0) return { is: 'impossible', problems };
    const { total, lines } = quoteFor(target, {
      work,
      slot: { ...(date !== null && { day: date }), ...(window !== null && { window }) },
      faultIsOurs,
    });
    const isOpen = slot === null || openQuestions(pricing.visits, work).length > 0;
    const what = sayWork(pricing.visits, work);
    const when = slot === null ? '' : ` on ${saySlot(slot)}`;
    return {
      is: 'found',
      sentence: `${what.charAt(0).toUpperCase()}${what.slice(1)}${when} costs ${isOpen ? 'at most ' : ''}${say(total.minor)}`,
      rows: [
        ...lines.map(({ label, amount }) => ({ label, value: say(amount.minor) })),
        { label: 'Total', value: say(total.minor) },
      ],
    };
  },
});

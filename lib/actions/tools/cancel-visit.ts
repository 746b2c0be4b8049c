import { z } from 'zod';
import { usd } from '../../core/money';
import { say } from '../amount';
import { impossible } from '../impossible';
import { saySlot } from '../scheduling/local-time';
import { placeProblems } from '../scheduling/place';
import { fullSlot } from '../scheduling/slot';
import {
  factsOf,
  hoursAhead,
  lateFee,
  lateLines,
  NO_SUCH_VISIT,
  sayFee,
  VISIT_HAS_CHANGED,
  visitMeant,
  visitParam,
  waiveParam,
} from '../scheduling/visit-meant';
import { NO_AREA, wantedFor } from '../scheduling/work';
import { type Reversal, writingTool } from '../tool';

const params = z.strictObject({ visit: visitParam, waiveFee: waiveParam });

const undoSchema = z.object({
  visit: z.string(),
  day: z.string(),
  window: z.string(),
  fee: z.int(),
  /** What the booking had put on the next bill, in cents. */
  extra: z.int(),
  key: z.string(),
});

/** A cancellation is taken back by booking the same slot again, when somebody is free in it; a late change fee comes off again. */
const reversal: Reversal = {
  look: async (systems, target, undo) => {
    const { visit: id, day, window, fee } = undoSchema.parse(undo);
    const visit = await systems.scheduling.findVisit(target.account.customer.id, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    if (visit.status !== 'cancelled')
      return impossible('visit', `Visit ${visit.number} is ${visit.status}, not cancelled`);
    const wanted = wantedFor(target.pricing, target.account.customer.area, visit);
    if (wanted === null) return { is: 'impossible', problems: [{ ...NO_AREA, path: 'visit' }] };
    const problems = await placeProblems(systems, target, wanted, { day, window });
    if (problems.length > 0) return { is: 'impossible', problems };
    return {
      is: 'possible',
      effect: {
        sentence: `Book visit ${visit.number} again on ${saySlot({ day, window })}`,
        changes: [
          { what: 'Visit', before: 'cancelled', after: saySlot({ day, window }) },
          ...(fee > 0 ? [{ what: 'Late change fee', before: say(fee), after: say(0) }] : []),
        ],
        amount: usd(fee),
      },
      // What tools.yaml asks of a visit to be cancelled held when it was; taking it back asks that it is booked anew.
      facts: { ...factsOf(target, visit), status: 'booked' },
    };
  },
  run: async (systems, { account, pricing, now }, undo, { key }) => {
    const { visit: visitId, day, window, extra, key: cancelled } = undoSchema.parse(undo);
    const customerId = account.customer.id;
    const visit = await systems.scheduling.findVisit(customerId, visitId);
    const wanted = visit && wantedFor(pricing, account.customer.area, visit);
    if (wanted === null) return impossible('visit', NO_SUCH_VISIT);
    const from = { day, window };
    const back = await systems.scheduling.restore(pricing, { customerId, visitId, from, wanted }, key);
    if (back.is === 'changed') return impossible('visit', VISIT_HAS_CHANGED);
    if (back.is === 'full') return { is: 'impossible', problems: [fullSlot(from, back)] };
    const { number } = back.visit;
    await systems.billing.reverseLines(customerId, cancelled, now);
    const label = `Visit ${number} on ${saySlot(from)}, besides the trip fee`;
    await systems.billing.addLines(customerId, extra > 0 ? [{ label, amount: extra }] : [], now, key);
    return {
      is: 'done',
      outcome: { sentence: `Visit ${number} is on ${saySlot(from)} again`, reference: number, undo: null },
    };
  },
};

export const cancelVisit = writingTool({
  id: 'cancel-visit',
  title: 'Cancel a visit',
  params,
  propose: ({ account }, said) => {
    const visit = visitMeant(account, said, ({ status }) => status === 'booked');
    return visit === undefined ? {} : { visit };
  },
  look: async (systems, target, { visit: id, waiveFee }) => {
    const visit = await systems.scheduling.findVisit(target.account.customer.id, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    if (visit.status === 'booked' && hoursAhead(target, visit) <= 0)
      return impossible('visit', `Visit ${visit.number} has begun already`);
    const fee = lateFee(target, visit);
    return {
      is: 'possible',
      effect: {
        sentence: `Cancel visit ${visit.number} on ${saySlot(visit)}${sayFee(fee, waiveFee)}`,
        changes: [
          { what: 'Visit', before: saySlot(visit), after: 'cancelled' },
          ...(fee > 0 ? [{ what: 'Late change fee', before: say(fee), after: say(waiveFee ? 0 : fee) }] : []),
        ],
        amount: usd(waiveFee ? fee : 0),
      },
      facts: { ...factsOf(target, visit), amount: visit.tripFee / 100, fee: fee / 100 },
    };
  },
  run: async (systems, target, { visit: id, waiveFee }, { key }) => {
    const { account, now } = target;
    const customerId = account.customer.id;
    const visit = await systems.scheduling.findVisit(customerId, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    const from = { day: visit.day, window: visit.window };
    const cancelled = await systems.scheduling.cancel({ customerId, visitId: visit.id, from }, key);
    if (cancelled.is === 'changed') return impossible('visit', VISIT_HAS_CHANGED);
    // Nothing of what was booked is paid for, except that it is late.
    const { bookedBy } = cancelled.visit;
    const extra = bookedBy === null ? 0 : await systems.billing.reverseLines(customerId, bookedBy, now);
    const fee = waiveFee ? 0 : lateFee(target, visit);
    await systems.billing.addLines(customerId, lateLines(visit, fee), now, key);
    return {
      is: 'done',
      outcome: {
        sentence: `Visit ${visit.number} on ${saySlot(visit)} is cancelled${sayFee(fee, false)}`,
        reference: visit.number,
        undo: { visit: visit.id, ...from, fee, extra, key },
      },
    };
  },
  reversal,
});

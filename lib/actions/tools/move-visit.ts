import { z } from 'zod';
import { usd } from '../../core/money';
import { say } from '../amount';
import { impossible } from '../impossible';
import { saySlot } from '../scheduling/local-time';
import { placeProblems } from '../scheduling/place';
import { fullSlot, slotParams, slotProblems } from '../scheduling/slot';
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

const params = z.strictObject({ visit: visitParam, ...slotParams, waiveFee: waiveParam });

const slotSchema = z.object({ day: z.string(), window: z.string() });
const undoSchema = z.object({
  visit: z.string(),
  from: slotSchema,
  to: slotSchema,
  fee: z.int(),
  key: z.string(),
});

/** A move is taken back by moving the visit to where it was, when somebody is free there; a late change fee comes off again. */
const reversal: Reversal = {
  look: async (systems, target, undo) => {
    const { visit: id, from, to, fee } = undoSchema.parse(undo);
    const visit = await systems.scheduling.findVisit(target.account.customer.id, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    if (visit.status !== 'booked' || saySlot(visit) !== saySlot(to))
      return impossible('visit', `Visit ${visit.number} was changed meanwhile: move it instead`);
    const wanted = wantedFor(target.pricing, target.account.customer.area, visit);
    if (wanted === null) return { is: 'impossible', problems: [NO_AREA] };
    const problems = await placeProblems(systems, target, wanted, from);
    if (problems.length > 0) return { is: 'impossible', problems };
    return {
      is: 'possible',
      effect: {
        sentence: `Move visit ${visit.number} back from ${saySlot(visit)} to ${saySlot(from)}`,
        changes: [
          { what: 'Visit', before: saySlot(visit), after: saySlot(from) },
          ...(fee > 0 ? [{ what: 'Late change fee', before: say(fee), after: say(0) }] : []),
        ],
        amount: usd(fee),
      },
      facts: factsOf(target, visit),
    };
  },
  run: async (systems, { account, pricing, now }, undo, { key }) => {
    const { visit: visitId, from, to, key: moved } = undoSchema.parse(undo);
    const customerId = account.customer.id;
    const visit = await systems.scheduling.findVisit(customerId, visitId);
    const wanted = visit && wantedFor(pricing, account.customer.area, visit);
    if (wanted === null) return impossible('visit', NO_SUCH_VISIT);
    const change = { customerId, visitId, from: to, to: from, wanted };
    const back = await systems.scheduling.move(pricing, change, key);
    if (back.is === 'changed') return impossible('visit', VISIT_HAS_CHANGED);
    if (back.is === 'full') return { is: 'impossible', problems: [fullSlot(from, back)] };
    await systems.billing.reverseLines(customerId, moved, now);
    const { number } = back.visit;
    return {
      is: 'done',
      outcome: { sentence: `Visit ${number} is on ${saySlot(from)} again`, reference: number, undo: null },
    };
  },
};

export const moveVisit = writingTool({
  id: 'move-visit',
  title: 'Move a visit',
  params,
  propose: ({ account }, said) => {
    const visit = visitMeant(account, said, ({ status }) => status === 'booked');
    return visit === undefined ? {} : { visit };
  },
  look: async (systems, target, { visit: id, date, window, waiveFee }) => {
    const visit = await systems.scheduling.findVisit(target.account.customer.id, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    const to = { day: date, window };
    if (saySlot(visit) === saySlot(to)) return impossible('window', `The visit is on ${saySlot(to)} already`);
    if (visit.status === 'booked' && hoursAhead(target, visit) <= 0)
      return impossible('visit', `Visit ${visit.number} has begun already`);
    const wanted = wantedFor(target.pricing, target.account.customer.area, visit);
    if (wanted === null) return { is: 'impossible', problems: [{ ...NO_AREA, path: 'visit' }] };
    const problems = await placeProblems(systems, target, wanted, to);
    if (problems.length > 0) return { is: 'impossible', problems };
    const fee = lateFee(target, visit);
    return {
      is: 'possible',
      effect: {
        sentence: `Move visit ${visit.number} from ${saySlot(visit)} to ${saySlot(to)}${sayFee(fee, waiveFee)}`,
        changes: [
          { what: 'Visit', before: saySlot(visit), after: saySlot(to) },
          ...(fee > 0 ? [{ what: 'Late change fee', before: say(fee), after: say(waiveFee ? 0 : fee) }] : []),
        ],
        amount: usd(waiveFee ? fee : 0),
      },
      facts: { ...factsOf(target, visit), amount: visit.tripFee / 100, fee: fee / 100 },
    };
  },
  run: async (systems, target, { visit: id, date, window, waiveFee }, { key }) => {
    const { account, pricing, now } = target;
    const customerId = account.customer.id;
    const visit = await systems.scheduling.findVisit(customerId, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    const to = { day: date, window };
    const wanted = wantedFor(pricing, account.customer.area, visit);
    const problems = wanted === null ? [{ ...NO_AREA, path: 'visit' }] : slotProblems(pricing, now, to);
    if (wanted === null || problems.length > 0) return { is: 'impossible', problems };
    const from = { day: visit.day, window: visit.window };
    const change = { customerId, visitId: visit.id, from, to, wanted };
    const moved = await systems.scheduling.move(pricing, change, key);
    if (moved.is === 'changed') return impossible('visit', VISIT_HAS_CHANGED);
    if (moved.is === 'full') return { is: 'impossible', problems: [fullSlot(to, moved)] };
    const fee = waiveFee ? 0 : lateFee(target, visit);
    await systems.billing.addLines(customerId, lateLines(visit, fee), now, key);
    return {
      is: 'done',
      outcome: {
        sentence: `Visit ${visit.number} is now on ${saySlot(to)}${sayFee(fee, false)}`,
        reference: visit.number,
        undo: { visit: visit.id, from, to, fee, key },
      },
    };
  },
  reversal,
});

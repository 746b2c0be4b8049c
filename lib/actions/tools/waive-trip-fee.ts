import { z } from 'zod';
import { usd } from '../../core/money';
import { say } from '../amount';
import { impossible } from '../impossible';
import { factsOf, NO_SUCH_VISIT, VISIT_HAS_CHANGED, visitMeant, visitParam } from '../scheduling/visit-meant';
import { type Reversal, writingTool } from '../tool';

const params = z.strictObject({
  visit: visitParam,
  reason: z
    .string({ error: 'Say why' })
    .trim()
    .min(3, 'Say why')
    .max(200, 'At most 200 characters')
    .meta({ title: 'Reason' }),
});

const undoSchema = z.object({ visit: z.string(), fee: z.int() });

/** A waiver is taken back by asking for the fee again. */
const reversal: Reversal = {
  look: async (systems, target, undo) => {
    const { visit: id, fee } = undoSchema.parse(undo);
    const visit = await systems.scheduling.findVisit(target.account.customer.id, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    if (visit.tripFee !== 0) return impossible('visit', `Visit ${visit.number} has a trip fee again already`);
    return {
      is: 'possible',
      effect: {
        sentence: `Ask for the trip fee of visit ${visit.number} again: ${say(0)} becomes ${say(fee)}`,
        changes: [{ what: `Trip fee of ${visit.number}`, before: say(0), after: say(fee) }],
        amount: usd(0),
      },
      facts: { ...factsOf(target, visit), amount: fee / 100 },
    };
  },
  run: async (systems, { account }, undo, { key }) => {
    const { visit: visitId, fee } = undoSchema.parse(undo);
    const change = { customerId: account.customer.id, visitId, from: 0, to: fee };
    const set = await systems.scheduling.setTripFee(change, key);
    if (set.is === 'changed') return impossible('visit', VISIT_HAS_CHANGED);
    const { number } = set.visit;
    return {
      is: 'done',
      outcome: { sentence: `Visit ${number} costs ${say(fee)} again`, reference: number, undo: null },
    };
  },
};

export const waiveTripFee = writingTool({
  id: 'waive-trip-fee',
  title: 'Waive a trip fee',
  params,
  propose: ({ account }, said) => {
    const visit = visitMeant(
      account,
      said,
      ({ status, tripFee }) => tripFee.minor > 0 && (status === 'booked' || status === 'done'),
    );
    return visit === undefined ? {} : { visit };
  },
  look: async (systems, target, { visit: id }) => {
    const visit = await systems.scheduling.findVisit(target.account.customer.id, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    const { number, tripFee } = visit;
    return {
      is: 'possible',
      effect: {
        sentence: `Waive the trip fee of visit ${number}: ${say(tripFee)} becomes ${say(0)}`,
        changes: [{ what: `Trip fee of ${number}`, before: say(tripFee), after: say(0) }],
        amount: usd(tripFee),
      },
      facts: { ...factsOf(target, visit), amount: tripFee / 100 },
    };
  },
  run: async (systems, { account }, { visit: id }, { key }) => {
    const customerId = account.customer.id;
    const visit = await systems.scheduling.findVisit(customerId, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    const change = { customerId, visitId: visit.id, from: visit.tripFee, to: 0 };
    const set = await systems.scheduling.setTripFee(change, key);
    if (set.is === 'changed') return impossible('visit', VISIT_HAS_CHANGED);
    return {
      is: 'done',
      outcome: {
        sentence: `The trip fee of visit ${visit.number}, ${say(visit.tripFee)}, is waived`,
        reference: visit.number,
        undo: { visit: visit.id, fee: visit.tripFee },
      },
    };
  },
  reversal,
});

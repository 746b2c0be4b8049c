import { z } from 'zod';
import type { Problem } from '../../core/errors';
import { usd } from '../../core/money';
import { say } from '../amount';
import { impossible } from '../impossible';
import { hoursUntil, saySlot } from '../scheduling/local-time';
import { placeProblems } from '../scheduling/place';
import { fullSlot, slotParams, slotProblems } from '../scheduling/slot';
import { factsOf, hoursAhead, NO_SUCH_VISIT, VISIT_HAS_CHANGED } from '../scheduling/visit-meant';
import { givenAway, quoteFor } from '../scheduling/visit-quote';
import { NO_AREA, openQuestions, sayWork, wantedFor, workParams, workProblems } from '../scheduling/work';
import type { VisitKind } from '../systems/scheduling';
import { type Reversal, type Target, writingTool } from '../tool';

const params = z.strictObject({
  ...workParams,
  ...slotParams,
  faultIsOurs: z
    .boolean({ error: 'Yes or no' })
    .default(false)
    .meta({ title: "The fault is on Larkspur's side" }),
});
type Params = z.output<typeof params>;

/** What somebody who writes about this most likely needs. */
const KIND_BY_INTENT: Readonly<Record<string, VisitKind>> = {
  'technical.home-repair-visit': 'appliance',
  'technical.wifi-coverage': 'wifi',
  'technical.slow-internet': 'wifi',
  'technical.internet-down': 'wiring',
  'technical.intermittent-connection': 'wiring',
};

const choiceOf = ({ kind, model, symptom, date, window, faultIsOurs }: Params) => ({
  work: { kind, model, symptom },
  slot: { day: date, window },
  faultIsOurs,
});

const cost = (cents: number): string => (cents === 0 ? 'at no cost' : `for ${say(cents)}`);

/** What does not fit, or is not said yet, of what the visit is for. */
const workInTheWay = ({ pricing }: Target, { work }: ReturnType<typeof choiceOf>): Problem[] => {
  const unfit = workProblems(pricing.visits, work);
  return unfit.length > 0 ? unfit : openQuestions(pricing.visits, work);
};

const undoSchema = z.object({ visit: z.string(), day: z.string(), window: z.string(), key: z.string() });

/** A booking is taken back by freeing its slot: nothing is to be paid for it, however soon the visit would have been. */
const reversal: Reversal = {
  look: async (systems, target, undo) => {
    const { visit: id, day, window } = undoSchema.parse(undo);
    const visit = await systems.scheduling.findVisit(target.account.customer.id, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    const { number, status } = visit;
    if (status !== 'booked')
      return impossible('visit', `Visit ${number} is ${status}: nothing is left to take back`);
    if (visit.day !== day || visit.window !== window)
      return impossible('visit', `Visit ${number} was moved meanwhile: cancel it instead`);
    if (hoursAhead(target, visit) <= 0) return impossible('visit', `Visit ${number} has begun already`);
    return {
      is: 'possible',
      effect: {
        sentence: `Take back the booking of visit ${number} on ${saySlot(visit)}, at no cost`,
        changes: [{ what: 'Visit', before: saySlot(visit), after: 'none' }],
        amount: usd(0),
      },
      facts: { ...factsOf(target, visit), amount: visit.tripFee / 100 },
    };
  },
  run: async (systems, { account, now }, undo, { key }) => {
    const { visit: visitId, day, window, key: booked } = undoSchema.parse(undo);
    const customerId = account.customer.id;
    const change = { customerId, visitId, from: { day, window } };
    const cancelled = await systems.scheduling.cancel(change, key);
    if (cancelled.is === 'changed') return impossible('visit', VISIT_HAS_CHANGED);
    const { number, bookedBy } = cancelled.visit;
    // A visit that was cancelled and booked again has its lines from whatever booked it last.
    await systems.billing.reverseLines(customerId, bookedBy ?? booked, now);
    return {
      is: 'done',
      outcome: { sentence: `Visit ${number} is not booked any more`, reference: number, undo: null },
    };
  },
};

export const bookVisit = writingTool({
  id: 'book-visit',
  title: 'Book a visit',
  params,
  propose: (_target, { intent }) => {
    const kind = KIND_BY_INTENT[intent];
    return kind === undefined ? {} : { kind };
  },
  look: async (systems, target, input) => {
    const { work, slot } = choiceOf(input);
    const wanted = wantedFor(target.pricing, target.account.customer.area, work);
    if (wanted === null) return { is: 'impossible', problems: [NO_AREA] };
    const problems = [
      ...workInTheWay(target, choiceOf(input)),
      ...(await placeProblems(systems, target, wanted, slot)),
    ];
    if (problems.length > 0) return { is: 'impossible', problems };
    const { total, lines } = quoteFor(target, choiceOf(input));
    const priced = lines.map(({ label, amount }) => ({ what: label, before: '', after: say(amount.minor) }));
    return {
      is: 'possible',
      effect: {
        sentence: `Book ${sayWork(target.pricing.visits, work)} on ${saySlot(slot)}, ${cost(total.minor)}`,
        changes: [
          { what: 'Visit', before: 'none', after: saySlot(slot) },
          ...(priced.length > 1 ? priced : []),
          { what: 'To pay', before: say(0), after: say(total.minor) },
        ],
        amount: usd(givenAway(target, choiceOf(input))),
      },
      facts: {
        kind: work.kind,
        amount: total.minor / 100,
        hours_ahead: hoursUntil(slot.day, slot.window, target.now, target.pricing.visits.time_zone),
      },
    };
  },
  run: async (systems, target, input, { key }) => {
    const { pricing, now, account } = target;
    const { work, slot } = choiceOf(input);
    const wanted = wantedFor(pricing, account.customer.area, work);
    if (wanted === null) return { is: 'impossible', problems: [NO_AREA] };
    const problems = [...workInTheWay(target, choiceOf(input)), ...slotProblems(pricing, now, slot)];
    if (problems.length > 0) return { is: 'impossible', problems };
    const customerId = account.customer.id;
    const { total, tripFee } = quoteFor(target, choiceOf(input));
    const booking = { customerId, wanted, ...work, ...slot, tripFee: tripFee.minor };
    const booked = await systems.scheduling.book(pricing, booking, key);
    if (booked.is === 'full') return { is: 'impossible', problems: [fullSlot(slot, booked)] };
    const { id, number } = booked.visit;
    // The trip fee is collected with the visit; what comes on top stands on the next bill.
    const extra = total.minor - tripFee.minor;
    if (extra > 0) {
      const label = `Visit ${number} on ${saySlot(slot)}, besides the trip fee`;
      await systems.billing.addLines(customerId, [{ label, amount: extra }], now, key);
    }
    return {
      is: 'done',
      outcome: {
        sentence: `Visit ${number} is booked for ${saySlot(booked.visit)}, ${cost(total.minor)}`,
        reference: number,
        undo: { visit: id, day: slot.day, window: slot.window, key },
      },
    };
  },
  reversal,
});

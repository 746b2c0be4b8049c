import { addDays } from '../../actions/days';
import {
  freeSlots,
  freeTechnicians,
  type Slot,
  type SlotTime,
  type Wanted,
} from '../../actions/scheduling/free-slots';
import { localDay, startOf } from '../../actions/scheduling/local-time';
import type { Change, Full, Placed, SchedulingSystem, Visit } from '../../actions/systems/scheduling';
import type { Tx } from '../../db/handle';
import {
  findVisit,
  findVisitOf,
  holdDay,
  holdVisit,
  insertVisit,
  placeVisit,
  readCalendar,
  updateVisit,
} from '../../db/house/scheduling';
import type { PricingPolicy } from '../../policies/compile-pricing';

/** How many free slots are named instead of one that is full. */
const NAMED = 3;
/** Under the lock of the day a place is lost only to somebody who does not take it; then the next technician is tried. */
const TRIES = 5;

const same = (one: SlotTime, other: SlotTime): boolean =>
  one.day === other.day && one.window === other.window;

const openSlots = async (
  tx: Tx,
  pricing: PricingPolicy,
  wanted: Wanted,
  span: { from: Date; days: number },
): Promise<Slot[]> => {
  const first = localDay(span.from, pricing.visits.time_zone);
  return freeSlots(pricing, await readCalendar(tx, first, addDays(first, span.days)), wanted, span);
};

const full = async (tx: Tx, pricing: PricingPolicy, wanted: Wanted, slot: SlotTime): Promise<Full> => {
  const { time_zone, days_ahead } = pricing.visits;
  const from = startOf(slot.day, slot.window, time_zone);
  return {
    is: 'full',
    next: (await openSlots(tx, pricing, wanted, { from, days: days_ahead })).slice(0, NAMED),
  };
};

/** Finds somebody for a slot and has `put` store it; null when nobody is free. The day must be held. */
const placed = async <Stored>(
  tx: Tx,
  pricing: PricingPolicy,
  wanted: Wanted,
  slot: SlotTime,
  but: string | null,
  put: (technicianId: string) => Promise<Stored | null>,
): Promise<Stored | null> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const [technician] = freeTechnicians(
      pricing,
      await readCalendar(tx, slot.day, slot.day, but),
      wanted,
      slot,
    );
    if (technician === undefined) return null;
    const stored = await put(technician.id);
    if (stored !== null) return stored;
  }
  return null;
};

/** Puts a visit that is there into a slot. */
const put = async (
  tx: Tx,
  pricing: PricingPolicy,
  { customerId, wanted }: Change & { wanted: Wanted },
  visit: Visit,
  to: SlotTime,
): Promise<Placed> => {
  await holdDay(tx, to.day);
  const done = await placed(tx, pricing, wanted, to, visit.id, async (technicianId) =>
    (await placeVisit(tx, visit.id, to, technicianId)) ? findVisit(tx, customerId, visit.id) : null,
  );
  return done === null ? full(tx, pricing, wanted, to) : { is: 'placed', visit: done };
};

/** Scheduling in our own tables. */
export const schedulingIn = (tx: Tx): SchedulingSystem => ({
  openSlots: (pricing, wanted, span) => openSlots(tx, pricing, wanted, span),
  findVisit: (customerId, visit) => findVisit(tx, customerId, visit),
  book: async (pricing, booking, key) => {
    await holdDay(tx, booking.day);
    const before = await findVisitOf(tx, booking.customerId, key);
    if (before !== null) return { is: 'placed', visit: before };
    const visit = await placed(tx, pricing, booking.wanted, booking, null, (technicianId) =>
      insertVisit(tx, booking, technicianId, key),
    );
    return visit === null ? full(tx, pricing, booking.wanted, booking) : { is: 'placed', visit };
  },
  move: async (pricing, change) => {
    const visit = await holdVisit(tx, change.customerId, change.visitId);
    if (visit?.status !== 'booked') return { is: 'changed' };
    if (same(visit, change.to)) return { is: 'placed', visit };
    if (!same(visit, change.from)) return { is: 'changed' };
    return put(tx, pricing, change, visit, change.to);
  },
  cancel: async ({ customerId, visitId, from }) => {
    const visit = await holdVisit(tx, customerId, visitId);
    if (visit === null || !same(visit, from)) return { is: 'changed' };
    if (visit.status === 'cancelled') return { is: 'cancelled', visit };
    if (visit.status !== 'booked') return { is: 'changed' };
    await updateVisit(tx, visit.id, { status: 'cancelled' });
    return { is: 'cancelled', visit: { ...visit, status: 'cancelled' } };
  },
  restore: async (pricing, change, key) => {
    const visit = await holdVisit(tx, change.customerId, change.visitId);
    if (visit === null || !same(visit, change.from)) return { is: 'changed' };
    if (visit.status === 'booked') return { is: 'placed', visit };
    if (visit.status !== 'cancelled') return { is: 'changed' };
    const back = await put(tx, pricing, change, visit, change.from);
    if (back.is === 'placed') await updateVisit(tx, visit.id, { actionId: key });
    return back;
  },
  setTripFee: async ({ customerId, visitId, from, to }) => {
    const visit = await holdVisit(tx, customerId, visitId);
    if (visit === null || ![from, to].includes(visit.tripFee)) return { is: 'changed' };
    await updateVisit(tx, visit.id, { tripFeeMinor: to });
    return { is: 'set', visit: { ...visit, tripFee: to } };
  },
});

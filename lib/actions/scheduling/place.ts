import type { Problem } from '../../core/errors';
import type { Systems } from '../systems';
import type { Target } from '../tool';
import type { SlotTime, Wanted } from './free-slots';
import { fullSlot, slotProblems } from './slot';

const NAMED = 3;

/** What stands in the way of a slot, by parameter: that nobody visits then, or that nobody is free. */
export const placeProblems = async (
  { scheduling }: Systems,
  { pricing, now }: Target,
  wanted: Wanted,
  slot: SlotTime,
): Promise<Problem[]> => {
  const wrong = slotProblems(pricing, now, slot);
  if (wrong.length > 0) return wrong;
  const days = pricing.visits.days_ahead + 1;
  const open = await scheduling.openSlots(pricing, wanted, { from: now, days });
  if (open.some(({ day, window }) => day === slot.day && window === slot.window)) return [];
  return [fullSlot(slot, { next: open.filter(({ day }) => day >= slot.day).slice(0, NAMED) })];
};

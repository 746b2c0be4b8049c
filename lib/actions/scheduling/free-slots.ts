import type { PricingPolicy } from '../../policies/compile-pricing';
import { windowOf } from '../../policies/visit-window';
import { daysFromOn, localDay, startOf, weekdayOf } from './local-time';

export interface Technician {
  id: string;
  name: string;
  homeArea: string;
  skills: readonly string[];
  /** Monday is 1. */
  weekdays: readonly number[];
}

/** A window of a day, as `YYYY-MM-DD` and `10-12`. */
export interface SlotTime {
  day: string;
  window: string;
}

/** A visit that a technician has; `area` is null where it is not known. */
export interface Engagement extends SlotTime {
  technicianId: string;
  area: string | null;
}

export interface Calendar {
  technicians: readonly Technician[];
  engagements: readonly Engagement[];
}

/** What a visit asks of a technician: where, and all that must be known. */
export interface Wanted {
  area: string;
  skills: readonly string[];
}

/** A slot somebody is free in, and how many are. */
export interface Slot extends SlotTime {
  technicians: number;
}

/** Minutes by road between two areas, both ways; undefined when they are too far apart for one day. */
const roadMinutes = ({ travel }: PricingPolicy, one: string, other: string | null): number | undefined =>
  one === other
    ? 0
    : travel.find(
        ({ between: [from, to] }) => (from === one && to === other) || (from === other && to === one),
      )?.minutes;

/** Whether both can be done on one day: the work of the earlier one and the road must be over when the later one's window begins. */
const together = (pricing: PricingPolicy, wanted: string, window: string, other: Engagement): boolean => {
  if (window === other.window) return false;
  const road = roadMinutes(pricing, wanted, other.area);
  if (road === undefined) return false;
  const [earlier, later] = [windowOf(window), windowOf(other.window)].sort((a, b) => a.from - b.from);
  if (earlier === undefined || later === undefined) return false;
  return pricing.visits.work_minutes + road <= (later.from - earlier.from) * 60;
};

/**
 * Who can come in a slot, the one with the shortest way from home and then the fewest visits that day first. Pure.
 *
 * A technician can who has every skill, works that weekday, lives within a day's reach, and has no visit that day which collides: in the
 * same window, too far away, or too close in time for the road between.
 */
export const freeTechnicians = (
  pricing: PricingPolicy,
  { technicians, engagements }: Calendar,
  { area, skills }: Wanted,
  { day, window }: SlotTime,
): Technician[] => {
  const that = engagements.filter((engagement) => engagement.day === day);
  const of = (id: string) => that.filter(({ technicianId }) => technicianId === id);
  return technicians
    .map((technician) => ({
      technician,
      road: roadMinutes(pricing, area, technician.homeArea),
      visits: of(technician.id),
    }))
    .filter(
      ({ technician, road, visits }) =>
        road !== undefined &&
        technician.weekdays.includes(weekdayOf(day)) &&
        skills.every((skill) => technician.skills.includes(skill)) &&
        visits.every((visit) => together(pricing, area, window, visit)),
    )
    .sort(
      (a, b) =>
        (a.road ?? 0) - (b.road ?? 0) ||
        a.visits.length - b.visits.length ||
        (a.technician.id < b.technician.id ? -1 : 1),
    )
    .map(({ technician }) => technician);
};

/** The slots that begin at `from` or later, within `days` days of it counting its own, in which somebody can come; in order of time. Pure. */
export const freeSlots = (
  pricing: PricingPolicy,
  calendar: Calendar,
  wanted: Wanted,
  { from, days }: { from: Date; days: number },
): Slot[] => {
  const { time_zone, weekdays, windows } = pricing.visits;
  return daysFromOn(localDay(from, time_zone), days)
    .filter((day) => weekdays.includes(weekdayOf(day)))
    .flatMap((day) => windows.map((window) => ({ day, window })))
    .filter(({ day, window }) => startOf(day, window, time_zone) >= from)
    .map((slot) => ({ ...slot, technicians: freeTechnicians(pricing, calendar, wanted, slot).length }))
    .filter(({ technicians }) => technicians > 0);
};

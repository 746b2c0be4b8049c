import { HOUR } from '../../core/clock';
import { windowOf } from '../../policies/visit-window';
import { addDays } from '../days';

/** Days are `YYYY-MM-DD` where the visit is; hours are of the clock on the wall there. */
const readers = new Map<string, Intl.DateTimeFormat>();

const readerOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = readers.get(timeZone);
  if (known !== undefined) return known;
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const reader = new Intl.DateTimeFormat('en-US', { timeZone, ...fields, ...clock });
  readers.set(timeZone, reader);
  return reader;
};

/** What clocks show at an instant, written as if it were UTC. */
const wallOf = (at: Date, timeZone: string): Date => {
  const parts = Object.fromEntries(
    readerOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return new Date(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`);
};

const offsetAt = (at: Date, timeZone: string): number =>
  wallOf(at, timeZone).getTime() - Math.floor(at.getTime() / 1000) * 1000;

/** The day it is there. */
export const localDay = (at: Date, timeZone: string): string =>
  wallOf(at, timeZone).toISOString().slice(0, 10);

/**
 * The instant at which clocks there show an hour of a day. Of an hour that a clock change skips or repeats, one that is at most an hour off:
 * windows are far from those hours.
 */
export const instantOf = (day: string, hour: number, timeZone: string): Date => {
  const wall = Date.parse(`${day}T00:00:00Z`) + hour * HOUR;
  const near = wall - offsetAt(new Date(wall), timeZone);
  return new Date(wall - offsetAt(new Date(near), timeZone));
};

/** When a window of a day begins. */
export const startOf = (day: string, window: string, timeZone: string): Date =>
  instantOf(day, windowOf(window).from, timeZone);

/** Hours that pass until a window of a day begins, below zero once it has; a day whose clocks change has 23 or 25 of them. */
export const hoursUntil = (day: string, window: string, now: Date, timeZone: string): number =>
  (startOf(day, window, timeZone).getTime() - now.getTime()) / HOUR;

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export const weekdayName = (day: string): string => WEEKDAYS[weekdayOf(day) - 1] ?? '';

/** `count` days from `first` on. */
export const daysFromOn = (first: string, count: number): string[] =>
  Array.from({ length: Math.max(0, count) }, (_none, ahead) => addDays(first, ahead));

const SPOKEN = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** `Tue 24 Nov` */
export const sayDate = (day: string): string =>
  SPOKEN.format(new Date(`${day}T00:00:00Z`))
    .replaceAll(',', '')
    .replace('Sept', 'Sep');

/** `Tue 24 Nov, 10-12` */
export const saySlot = ({ day, window }: { day: string; window: string }): string =>
  `${sayDate(day)}, ${window}`;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (n: number): string => String(n).padStart(2, '0');

/** A running clock, at most five characters: `0:58`, `12:07`, `3h05`, `4d`. Never negative. */
export const formatWait = (ms: number): string => {
  const left = Math.max(0, ms);
  if (left < HOUR) return `${Math.floor(left / MINUTE)}:${two(Math.floor((left % MINUTE) / SECOND))}`;
  if (left < DAY) return `${Math.floor(left / HOUR)}h${two(Math.floor((left % HOUR) / MINUTE))}`;
  return `${Math.floor(left / DAY)}d`;
};

const unit = (n: number, name: string): string => `${n} ${name}${n === 1 ? '' : 's'}`;

/** The same in words, for screen readers: `2 minutes`. */
export const sayWait = (ms: number): string => {
  const left = Math.max(0, ms);
  if (left < MINUTE) return unit(Math.floor(left / SECOND), 'second');
  if (left < HOUR) return unit(Math.floor(left / MINUTE), 'minute');
  if (left < DAY) return unit(Math.floor(left / HOUR), 'hour');
  return unit(Math.floor(left / DAY), 'day');
};

export type Pressure = 'calm' | 'soon' | 'breached';

/** How near a wait is to its target: the last quarter of the time is `soon`. Both ends in milliseconds since the epoch. */
export const pressureOf = (now: number, since: number, due: number | null): Pressure => {
  if (due === null) return 'calm';
  if (now >= due) return 'breached';
  return due - now <= (due - since) / 4 ? 'soon' : 'calm';
};

/** `today`, `yesterday`, `12 days ago`, `5 months ago`, `2 years ago`. */
export const sayAge = (days: number): string => {
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 60) return `${days} days ago`;
  if (days < 730) return `${Math.floor(days / 30)} months ago`;
  return `${Math.floor(days / 365)} years ago`;
};

/** A latency: `84 ms`, `1.2 s`. */
export const formatLatency = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

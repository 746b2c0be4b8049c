/** Hours of a day, local time, `from` up to `to`. */
export interface Window {
  from: number;
  to: number;
}

/** Nobody is visited before this hour, so an hour below it is in the afternoon. */
const EARLIEST = 7;

const hourOf = (written: string): number => {
  const hour = Number(written);
  return hour < EARLIEST ? hour + 12 : hour;
};

/** The hours of a window as it is written: `12-2` is 12 to 14. */
export const windowOf = (written: string): Window => {
  const [from = '', to = ''] = written.split('-');
  return { from: hourOf(from), to: hourOf(to) };
};

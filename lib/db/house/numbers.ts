import { randomInt } from 'node:crypto';

const TRIES = 20;

/** That many digits, the first of them not 0. */
export const digits = (count: number): string =>
  String(1 + randomInt(9)) + Array.from({ length: count - 1 }, () => randomInt(10)).join('');

/** A number that nothing has yet. Two at once may still get the same one: its column is unique, and the second is tried again whole. */
export const freeNumber = async (
  make: () => string,
  isTaken: (candidate: string) => Promise<boolean>,
): Promise<string> => {
  for (let tried = 0; tried < TRIES; tried++) {
    const candidate = make();
    if (!(await isTaken(candidate))) return candidate;
  }
  throw new RangeError(`no number was free in ${TRIES} tries`);
};

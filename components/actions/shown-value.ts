/** Beyond this a value is no longer read; its beginning says what it is. */
const LONGEST = 80;

/** The words of a thing in a list: what names it, without its figures. */
const inWords = (item: unknown): string =>
  item !== null && typeof item === 'object'
    ? Object.values(item)
        .filter((member): member is string => typeof member === 'string')
        .join(' ')
    : String(item);

const whole = (value: unknown): string => {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join('; ');
  return typeof value === 'object' ? inWords(value) : String(value);
};

/** A value that a clause saw, as a person reads it. */
export const shownValue = (value: unknown): string => {
  const text = whole(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';
import { type Candidate, candidates } from './candidate';

const EXTENSION = String.raw`(?: ?(?:x|ext\.?|extension) ?\d{1,6})?`;
const INTERNATIONAL = new RegExp(
  String.raw`(?<![\d\p{L}])(?:\+|00[1-9]|001-)[\d ().-]{6,20}\d${EXTENSION}(?![\d])`,
  'giu',
);
const PARENTHESISED = new RegExp(
  String.raw`(?<![\d\p{L}])(?:\+?\d{1,3}[ .-]?)?\(\d{2,5}\) ?\d{2,5}[ .-]?\d{2,5}(?:[ .-]\d{2,5})?${EXTENSION}(?!\d)`,
  'giu',
);
const NORTH_AMERICAN = new RegExp(
  String.raw`(?<![\d\p{L}.-])(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}${EXTENSION}(?!\d)`,
  'giu',
);
const GROUPED = new RegExp(
  String.raw`(?<![\d\p{L}.,$#/-])\d{2,4}(?<mark>[ .-])\d{2,4}\k<mark>\d{2,4}(?:\k<mark>\d{2,4}){0,2}${EXTENSION}(?![\d\p{L}/]|[.,]\d)`,
  'giu',
);
const TRUNK = /(?<![\d\p{L}.,$#/-])0\d{2,4}[ -]\d{5,8}(?![\d\p{L}/])/gu;
const ANNOUNCED =
  /(?<!\p{L})(?:phone|telephone|mobile|cell|cellphone|desk|fax|tel|whatsapp|sms|call(?: me| us| back)?|text(?: me)?|reach me|dial|ring me|answering|contact number|number on file|my number|callback number|tel[eé]fono|celular|m[oó]vil|ll[aá]m[ae]me)(?: (?:number|no|num|is|at|on|to|back|via|here|al|es|n[uú]mero|me|it's|the|my))*[ :.#]{1,3}\s?(?<value>\+?\(?\d[\d ().-]{4,18}\d)(?!\d)/giu;

const digitsIn = (value: string): number => value.replace(/\D/g, '').length;

/** Grouped digits that are a year's date, or too few to ring anyone, are none. */
const rings = (value: string): boolean =>
  digitsIn(value.replace(/(?:x|ext).*$/i, '')) >= 7 &&
  digitsIn(value) <= 21 &&
  !/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(value);

const countryOf = (locale: string): CountryCode => {
  const region = new Intl.Locale(locale).region ?? 'US';
  return isSupportedCountry(region) ? region : 'US';
};

/** Telephone numbers valid in the locale's country, and what is written as one: with a prefix, in groups, or after a word that announces it. */
export const findPhones = (text: string, locale: string): Candidate[] => {
  if (!/\d[\d ().-]{4,20}\d/.test(text)) return [];
  const valid = findPhoneNumbersInText(text, countryOf(locale)).map(
    ({ startsAt, endsAt }): Candidate => ({ type: 'phone', start: startsAt, end: endsAt }),
  );
  const written = [INTERNATIONAL, PARENTHESISED, NORTH_AMERICAN, GROUPED, TRUNK].flatMap((pattern) =>
    candidates('phone', text, pattern, rings),
  );
  return [
    ...valid,
    ...written,
    ...candidates('phone', text, ANNOUNCED, (value) => digitsIn(value) >= 7 && digitsIn(value) <= 15),
  ];
};

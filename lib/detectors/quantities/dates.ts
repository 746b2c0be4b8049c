import { collect, longest, type Quantity } from './quantity';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SPANISH_MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const SPANISH_DAYS = ['dom', 'lun', 'mar', 'mie', 'jue', 'vie', 'sab'];

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const SPANISH_MONTH =
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const DAY =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const FULL_DAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const SPANISH_DAY = 'lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo';
const YEAR = String.raw`(?:,? (?:de |del )?(?<year>(?:19|20)\d{2}))?`;
const EDGE = String.raw`(?<![\p{L}\d])`;
const END = String.raw`(?![\p{L}\d])`;

const WRITTEN = [
  new RegExp(
    String.raw`${EDGE}(?:(?:${DAY}),? )?(?<month>${MONTH})\.? (?<day>[0-3]?\d)(?:st|nd|rd|th)?${YEAR}${END}`,
    'giu',
  ),
  new RegExp(
    String.raw`${EDGE}(?:(?:${DAY}),? )?(?<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)?[ -](?<month>${MONTH})\.?${YEAR}${END}`,
    'giu',
  ),
  new RegExp(String.raw`${EDGE}(?<day>[0-3]?\d) de (?<mes>${SPANISH_MONTH})${YEAR}${END}`, 'giu'),
];
const ISO = /(?<![\d-])(?<year>(?:19|20)\d{2})-(?<m>[01]\d)-(?<d>[0-3]\d)(?![\d-])/g;
const NUMERIC =
  /(?<![\d/.-])(?<m>[0-3]?\d)(?<mark>[/.-])(?<d>[0-3]?\d)\k<mark>(?<year>(?:19|20)?\d{2})(?![\d/-])/g;
const SLASHED = /(?<![\d/.$-])(?<m>[01]?\d)\/(?<d>[0-3]?\d)(?![\d/])/g;
const WEEKDAY = new RegExp(
  String.raw`${EDGE}(?:(?:this|next|last|coming|on|by|el|este|pr[oó]ximo) )?(?<weekday>${FULL_DAY}|${SPANISH_DAY}|(?:mon|tues?|wed|thu(?:rs)?|fri)(?=[,.]? \d))${END}`,
  'giu',
);
const RELATIVE = new RegExp(
  String.raw`${EDGE}(?<relative>today|tonight|tomorrow|tmrw|tmr|yesterday|hoy|ayer|pasado mañana|anoche|(?:this|next|last|past) (?:week|weekend|month|year|quarter|morning|afternoon|evening|night)|(?:end|start|beginning) of (?:the |this |next )?(?:week|month|year)|(?:la|el) (?:semana|mes|año) (?:pasad[oa]|que viene)|\d{1,3} (?:days?|weeks?|months?|years?|hours?) ago|(?:a|one|two|three|four|five|six) (?:days?|weeks?|months?|years?) ago|in \d{1,3} (?:days|weeks|months))${END}`,
  'giu',
);

const plain = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').slice(0, 3);

const keyOf = (month: number, day: number, year: string | undefined): string[] => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return [];
  const full = year === undefined ? '' : year.length === 2 ? `20${year}` : year;
  return [`${month}-${day}${full === '' ? '' : `-${full}`}`];
};

const writtenKeys = ({ month, mes, day = '', year }: Record<string, string | undefined>): string[] => {
  const index = month === undefined ? SPANISH_MONTHS.indexOf(plain(mes ?? '')) : MONTHS.indexOf(plain(month));
  return keyOf(index + 1, Number(day), year);
};

/** `03/04/2026` is the third of April or the fourth of March: both keys. */
const numericKeys = ({ m = '', d = '', year }: Record<string, string | undefined>): string[] => [
  ...new Set([...keyOf(Number(m), Number(d), year), ...keyOf(Number(d), Number(m), year)]),
];

const weekdayKeys = ({ weekday = '' }: Record<string, string | undefined>): string[] => {
  const english = DAYS.indexOf(plain(weekday));
  return [`weekday ${english === -1 ? SPANISH_DAYS.indexOf(plain(weekday)) : english}`];
};

const ANY_WEEKDAY = new RegExp(`${EDGE}(?<weekday>${DAY}|${SPANISH_DAY})${END}`, 'giu');

/** Every weekday named, also in short and inside a longer date; keys as `findDates` gives them. */
export const findWeekdays = (text: string): Quantity[] => collect('date', text, ANY_WEEKDAY, weekdayKeys);

/** Dates written out, in numbers, as weekdays or relative to now. Keys: `month-day`, `month-day-year`, `weekday n` (Sunday is 0) or the relative words. */
export const findDates = (text: string): Quantity[] =>
  longest([
    ...WRITTEN.flatMap((pattern) => collect('date', text, pattern, writtenKeys)),
    ...collect('date', text, ISO, ({ m, d, year }) => keyOf(Number(m), Number(d), year)),
    ...collect('date', text, NUMERIC, numericKeys),
    ...collect('date', text, SLASHED, numericKeys),
    ...collect('date', text, WEEKDAY, weekdayKeys),
    ...collect('date', text, RELATIVE, ({ relative = '' }) => [relative.toLowerCase()]),
  ]);

import { NUMBER, numberOf } from './numbers';
import { collect, type Quantity } from './quantity';

/** Base unit and how many of it: calendar and business days never mean the same, and months are not days. */
const UNITS: [RegExp, string, number][] = [
  [/^(?:seconds?|secs?|segundos?)$/, 's', 1],
  [/^(?:minutes?|mins?|minutos?)$/, 's', 60],
  [/^(?:hours?|hrs?|horas?)$/, 's', 3600],
  [/^(?:days?|d[ií]as?)$/, 's', 86_400],
  [/^(?:weeks?|wks?|semanas?)$/, 's', 604_800],
  [/^(?:months?|mos?|mes|meses)$/, 'month', 1],
  [/^(?:years?|yrs?|a[nñ]os?)$/, 'month', 12],
];
const UNIT =
  'seconds?|secs?|segundos?|minutes?|mins?|minutos?|hours?|hrs?|horas?|days?|d[ií]as?|weeks?|wks?|semanas?|months?|mos|mes(?:es)?|years?|yrs?|a[nñ]os?';
const BUSINESS = 'business|working|bank|h[aá]biles|laborables';
const DURATION = new RegExp(
  String.raw`(?<![\p{L}\d.,$€£#/-])(?<low>${NUMBER})(?: ?- ?| to | or | a | o | and )?(?<high>${NUMBER})?[ -](?:(?<before>${BUSINESS})[ -])?(?<unit>${UNIT})(?: (?<after>h[aá]biles|laborables))?(?![\p{L}\d])`,
  'giu',
);

const keysOf = ({
  low = '',
  high,
  before,
  after,
  unit = '',
}: Record<string, string | undefined>): string[] => {
  const known = UNITS.find(([pattern]) => pattern.test(unit.toLowerCase()));
  const from = numberOf(low);
  const to = high === undefined ? from : numberOf(high);
  if (known === undefined || from === null || to === null) return [];
  const base = (before ?? after) === undefined ? known[1] : `business ${unit[0]?.toLowerCase()}`;
  const factor = (before ?? after) === undefined ? known[2] : 1;
  const range = `${from * factor}-${to * factor} ${base}`;
  return from === to ? [`${to * factor} ${base}`] : [range];
};

/** Lengths of time in numbers. The key is the length in its base unit: `86400 s` for a day, `3-5 business d` for a range of business days. */
export const findDurations = (text: string): Quantity[] => collect('duration', text, DURATION, keysOf);

/** A range also supports its upper end alone (`within 5 business days` of `3 to 5`), never its lower end. */
export const supportedBy = (key: string): string[] => {
  const range = /^([\d.]+)-([\d.]+) (.+)$/.exec(key);
  return range === null ? [key] : [key, `${range[2]} ${range[3]}`];
};

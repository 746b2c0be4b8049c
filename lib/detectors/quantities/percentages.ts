import { NUMBER, numberOf } from './numbers';
import { collect, type Quantity } from './quantity';

const PERCENTAGE = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?<value>${NUMBER}) ?-?(?:%|percent\b|per cent\b|por ciento\b)`,
  'giu',
);

/** Percentages; the key is the number. */
export const findPercentages = (text: string): Quantity[] =>
  collect('percentage', text, PERCENTAGE, ({ value = '' }) => {
    const number = numberOf(value);
    return number === null ? [] : [String(number)];
  });

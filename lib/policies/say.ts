import { valueAt } from './facts-schema';

const SLOT = /\{([^{}]*)\}/g;

/** The paths of the `{path}` slots of a sentence, as written. */
export const slotsOf = (template: string): string[] =>
  [...template.matchAll(SLOT)].map(([, path]) => path ?? '');

const shown = (value: unknown): string => {
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : String(Math.round(value * 100) / 100);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return typeof value === 'string' ? value : 'unknown';
};

/** A sentence with slots, ready to be filled from facts. */
export type Say = (facts: unknown) => string;

/** A sentence with its `{path}` slots; a fact that is missing reads "unknown", a number has at most two decimals. */
export const compileSay = (template: string): Say => {
  // Split by what is captured, texts and paths take turns.
  const parts = template.split(SLOT).map((part, i) => (i % 2 === 0 ? part : part.split('.')));
  if (parts.length === 1) return () => template;
  return (facts) =>
    parts.map((part) => (typeof part === 'string' ? part : shown(valueAt(facts, part)))).join('');
};

/** The same for a sentence that is said once. */
export const fillSay = (template: string, facts: Record<string, unknown>): string =>
  compileSay(template)(facts);

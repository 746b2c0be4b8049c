import { factAt } from './facts-schema';

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

/** A sentence with its `{path}` slots filled from the facts; a fact that is missing reads "unknown", a number has at most two decimals. */
export const fillSay = (template: string, facts: Record<string, unknown>): string =>
  template.replace(SLOT, (_slot, path: string) => shown(factAt(facts, path)));

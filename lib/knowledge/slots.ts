import { sentencesOf } from '@/lib/core/text';

const SLOT = /\{([a-z][a-z0-9_.]{0,60})\}/g;

export interface Filled {
  /** Null when every sentence needed a fact that is missing. */
  text: string | null;
  /** Slots without a fact, each once. */
  missing: string[];
}

/**
 * A template of an article with the account's facts in its `{invoice.total}` slots. A sentence with a missing fact is dropped, never
 * sent with a hole in it. Values are put in as they are: braces in them are not slots.
 */
export const fillSlots = (template: string, facts: ReadonlyMap<string, string>): Filled => {
  const missing = new Set<string>();
  const kept: string[] = [];
  for (const sentence of sentencesOf(template)) {
    let whole = true;
    const filled = sentence.replace(SLOT, (_slot, name: string) => {
      const value = facts.get(name)?.trim();
      if (value) return value;
      whole = false;
      missing.add(name);
      return '';
    });
    if (whole) kept.push(filled);
  }
  return { text: kept.length === 0 ? null : kept.join(' '), missing: [...missing] };
};

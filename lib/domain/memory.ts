import { z } from 'zod';

/** What is remembered, in a word or a few: `gate-code`, `preferred-name`. One fact stands under each. */
export const memoryKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'must be 2 to 40 small letters, digits or -, a letter first');

/** The most facts that stand for one customer: more than that nobody reads. */
export const MEMORY_LIMIT = 40;
export const MEMORY_VALUE_LIMIT = 300;

/** current: it stands. replaced: a newer one does. removed: it was taken back. expired: its time is over. */
export const memoryStateSchema = z.enum(['current', 'replaced', 'removed', 'expired']);
export type MemoryState = z.infer<typeof memoryStateSchema>;

/** Something about a customer that is worth knowing next time, and who says so. */
export const memoryFactSchema = z.object({
  id: z.string(),
  key: memoryKeySchema,
  value: z.string(),
  /** Where it is known from, in a few words: `the customer said so`, `CRM`. */
  source: z.string(),
  authorName: z.string(),
  at: z.iso.datetime(),
  /** From when on it no longer counts; null when it stands until somebody changes it. */
  expiresAt: z.iso.datetime().nullable(),
  state: memoryStateSchema,
});
export type MemoryFact = z.infer<typeof memoryFactSchema>;

/** The key as a person reads it: `gate-code` is `Gate code`. */
export const memoryLabel = (key: string): string => {
  const words = key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a person types as a key: `Gate code!` is `gate-code`. Empty where nothing of it can be one. */
export const memoryKeyOf = (typed: string): string =>
  typed
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-$/, '');

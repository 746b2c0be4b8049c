import type { EntityType } from '@/lib/domain/triage';
import { type DetectedEntity, findEntities } from './entities';

/** The kinds of entity that say who or where someone is, or open their money. Ids of orders and visits are not among them. */
export const PII_TYPES = [
  'email',
  'phone',
  'credit_card',
  'iban',
  'ssn',
  'ip',
  'zip',
  'person',
  'address',
  'account_number',
] as const satisfies readonly EntityType[];
export type PiiType = (typeof PII_TYPES)[number];

const KNOWN: ReadonlySet<string> = new Set(PII_TYPES);

export const isPii = (type: string): type is PiiType => KNOWN.has(type);

/** Personal data in a text, in order, none overlapping; offsets are UTF-16. */
export const findPii = (text: string, locale?: string): DetectedEntity[] =>
  findEntities(text, locale).filter(({ type }) => isPii(type));

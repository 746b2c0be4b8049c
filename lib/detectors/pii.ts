import type { EntityType } from '@/lib/domain/triage';
import { type DetectedEntity, findEntities } from './entities';

/** The kinds of entity that name a thing or a time of the account rather than a person, so the work may see them. */
const IMPERSONAL = [
  'order_id',
  'invoice_id',
  'visit_id',
  'amount',
  'date',
  'device',
] as const satisfies readonly EntityType[];

/** What says who or where someone is, or opens their money. */
export type PiiType = Exclude<EntityType, (typeof IMPERSONAL)[number]>;

const impersonal: ReadonlySet<EntityType> = new Set(IMPERSONAL);

export const isPii = (type: EntityType): type is PiiType => !impersonal.has(type);

/** Personal data in a text, in order, none overlapping; offsets are UTF-16. */
export const findPii = (text: string, locale?: string): DetectedEntity[] =>
  findEntities(text, locale).filter(({ type }) => isPii(type));

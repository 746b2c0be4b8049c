import { findEntities } from '@/lib/detectors/entities';
import type { EntityType } from '@/lib/domain/triage';

/** Facts whose loss makes a customer repeat themselves. Names and addresses of mail are on the account, so they do not count. */
const KEPT: ReadonlySet<EntityType> = new Set([
  'order_id',
  'invoice_id',
  'visit_id',
  'account_number',
  'amount',
  'date',
  'device',
  'zip',
]);

/** Only these many facts of a dialogue can be asked of a summary of a few sentences. */
const MOST_FACTS = 6;

const plain = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();

/** Distinct numbers, ids, amounts, dates and devices that the customer gave, in order, the first six. */
export const factsGiven = (customerTexts: readonly string[]): string[] =>
  [
    ...new Set(
      customerTexts.flatMap((text) =>
        findEntities(text)
          .filter(({ type }) => KEPT.has(type))
          .map(({ value }) => plain(value)),
      ),
    ),
  ].slice(0, MOST_FACTS);

/** How many of the customer's facts a summary keeps, and how many there are. */
export const factCoverage = (
  customerTexts: readonly string[],
  summary: string,
): { kept: number; given: number } => {
  const given = factsGiven(customerTexts);
  const text = plain(summary);
  return { kept: given.filter((fact) => text.includes(fact)).length, given: given.length };
};

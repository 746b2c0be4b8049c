import { findAmounts } from '../../detectors/quantities/amounts';
import type { Utterance } from '../../domain/conversation';
import type { PlaybookStep } from '../../domain/resolution';
import { readClauses } from './read-clauses';

/**
 * What a rep may give in one action, in US cents. The article `credit-and-waiver-authority` says so to reps; authority.test.ts holds
 * both together.
 */
export const REP_AUTHORITY = 50_00;

/** Tools that give money away. */
const GIVES_MONEY: ReadonlySet<PlaybookStep['tool']> = new Set([
  'apply-credit',
  'refund-charge',
  'waive-trip-fee',
  'issue-coupon',
]);
const GIVES =
  /\b(?:credit\p{L}*|refund\p{L}*|waiv\p{L}*|reimburs\p{L}*|deduct\p{L}*|tak\p{L}* (?:\S+ ){0,6}off|coming off|(?:send|sending|put|putting|give|giving|pay|paying) (?:\S+ ){0,6}back|discount\p{L}*|acredit\p{L}*|reembols\p{L}*|descont\p{L}*|devolv\p{L}*)/iu;
const BY_US = /\b(?:i|we|i['’](?:m|ve|ll)|we['’](?:re|ve|ll)|le|voy|vamos|puedo|podemos|your|su)\b/iu;

const largestIn = (text: string): number =>
  Math.max(0, ...findAmounts(text).flatMap(({ keys }) => keys.map(Number)));

/** The amount a step would give away beyond what a rep may give alone, in cents; null when it would not. */
export const beyondAuthority = (tool: PlaybookStep['tool'], wording: string | null): number | null => {
  const amount = GIVES_MONEY.has(tool) && wording !== null ? largestIn(wording) : 0;
  return amount > REP_AUTHORITY ? amount : null;
};

/**
 * The largest amount a reply promises to give beyond what a rep may give alone, in cents; null when it promises none. What a rep has
 * already told the customer was decided by a person and may be said again.
 */
export const promisedBeyondAuthority = (reply: string, utterances: readonly Utterance[]): number | null => {
  const told = new Set(
    utterances
      .filter(({ role, text }) => role === 'rep' && GIVES.test(text))
      .flatMap(({ text }) => findAmounts(text).flatMap(({ keys }) => keys)),
  );
  const promised = readClauses(reply)
    .filter(({ text, asks, negated }) => !asks && !negated && GIVES.test(text) && BY_US.test(text))
    .flatMap(({ text }) => findAmounts(text).flatMap(({ keys }) => keys))
    .filter((key) => Number(key) > REP_AUTHORITY && !told.has(key));
  return promised.length === 0 ? null : Math.max(...promised.map(Number));
};

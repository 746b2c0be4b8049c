import { toMinor } from '../../core/money';
import { findAmounts } from '../../detectors/quantities/amounts';
import type { Utterance } from '../../domain/conversation';
import type { PlaybookStep } from '../../domain/resolution';
import type { ToolsPolicy } from '../../policies/compile-tools';
import { readClauses } from './read-clauses';

/** Tools that give money away. */
const GIVING = ['apply-credit', 'refund-charge', 'waive-trip-fee', 'issue-coupon'] as const;
type Giving = (typeof GIVING)[number];

/** What a rep may give alone in one action with each of these tools, in US cents, as tools.yaml has it. */
export type RepAuthority = Readonly<Record<Giving, number>>;

export const repAuthority = (tools: ToolsPolicy): RepAuthority =>
  Object.fromEntries(
    GIVING.map((tool) => [tool, toMinor(tools[tool].authority.rep?.alone ?? 0)]),
  ) as RepAuthority;

const isGiving = (tool: PlaybookStep['tool']): tool is Giving => GIVING.some((giving) => giving === tool);
const GIVES =
  /\b(?:credit\p{L}*|refund\p{L}*|waiv\p{L}*|reimburs\p{L}*|deduct\p{L}*|tak\p{L}* (?:\S+ ){0,6}off|coming off|(?:send|sending|put|putting|give|giving|pay|paying) (?:\S+ ){0,6}back|discount\p{L}*|acredit\p{L}*|reembols\p{L}*|descont\p{L}*|devolv\p{L}*)/iu;
const BY_US = /\b(?:i|we|i['’](?:m|ve|ll)|we['’](?:re|ve|ll)|le|voy|vamos|puedo|podemos|your|su)\b/iu;

const largestIn = (text: string): number =>
  Math.max(0, ...findAmounts(text).flatMap(({ keys }) => keys.map(Number)));

/** The amount a step would give away beyond what a rep may give alone, and that limit, in cents; null when it would not. */
export const beyondAuthority = (
  authority: RepAuthority,
  tool: PlaybookStep['tool'],
  wording: string | null,
): { amount: number; limit: number } | null => {
  if (!isGiving(tool) || wording === null) return null;
  const [amount, limit] = [largestIn(wording), authority[tool]];
  return amount > limit ? { amount, limit } : null;
};

/**
 * The largest amount a reply promises to give beyond what a rep may give alone, in cents; null when it promises none. What a rep has
 * already told the customer was decided by a person and may be said again.
 */
export const promisedBeyondAuthority = (
  authority: RepAuthority,
  reply: string,
  utterances: readonly Utterance[],
): number | null => {
  // Words do not say which tool will keep the promise: the most generous one may.
  const limit = Math.max(...Object.values(authority));
  const told = new Set(
    utterances
      .filter(({ role, text }) => role === 'rep' && GIVES.test(text))
      .flatMap(({ text }) => findAmounts(text).flatMap(({ keys }) => keys)),
  );
  const promised = readClauses(reply)
    .filter(({ text, asks, negated }) => !asks && !negated && GIVES.test(text) && BY_US.test(text))
    .flatMap(({ text }) => findAmounts(text).flatMap(({ keys }) => keys))
    .filter((key) => Number(key) > limit && !told.has(key));
  return promised.length === 0 ? null : Math.max(...promised.map(Number));
};

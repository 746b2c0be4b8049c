import { toMinor } from '../core/money';
import type { AuthorityDecision } from '../domain/action';
import type { ClauseResult } from '../domain/clause';
import type { Role } from '../domain/user';
import type { ToolAuthority } from '../policies/compile-tools';
import type { ToolFacts } from '../policies/facts';
import { fillSay } from '../policies/say';
import type { AuthorityHolder } from '../policies/tools-policy';

/** Who asks, what it gives away and what was given before, in cents and times. */
export interface ActionRequest {
  holder: AuthorityHolder;
  amount: number;
  usage: { customer: Given; actor: Given };
  /** Whether it carries out an offer that was decided by rules of its own and is paid from a pool. */
  forOffer?: boolean;
  facts: ToolFacts;
}

export interface Given {
  amount: number;
  times: number;
}

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

const sayDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

const limit = (
  id: string,
  when: string,
  holds: boolean,
  seen: Record<string, unknown>,
  say: string,
): ClauseResult => ({ id, when, is: holds ? 'true' : 'false', seen, say });

const NAMES: Record<AuthorityHolder, string> = {
  rep: 'A rep',
  lead: 'A lead',
  qa: 'A QA reviewer',
  admin: 'An administrator',
  service: 'A system without a person',
};

/** What somebody may give alone, and at most, in cents. */
const reach = (
  authority: ToolAuthority,
  { holder, forOffer = false }: Pick<ActionRequest, 'holder' | 'forOffer'>,
): { alone: number; most: number } | null => {
  const held = authority.authority[holder];
  if (held === undefined) return null;
  const offers = forOffer ? toMinor(authority.for_offers ?? 0) : 0;
  const alone = Math.max(toMinor(held.alone), offers);
  // Nobody stands behind a system: what it may not do alone it may not do.
  return { alone, most: holder === 'service' ? alone : Math.max(toMinor(held.at_most), offers) };
};

/** What the limits of a role say. Money is compared in cents, so that a cent above is above. */
const limitsOf = (authority: ToolAuthority, request: ActionRequest): ClauseResult[] => {
  const { holder, amount, usage, forOffer = false } = request;
  const held = authority.authority[holder];
  const may = limit(
    'role',
    `actor.role in [${Object.keys(authority.authority).join(', ')}]`,
    held !== undefined,
    { 'actor.role': holder },
    held === undefined ? `${NAMES[holder]} may not run this` : `${NAMES[holder]} may run this`,
  );
  if (held === undefined) return [may];
  const most = reach(authority, request)?.most ?? 0;
  const out = [
    may,
    limit(
      'at-most',
      `action.amount <= ${(most / 100).toFixed(2)}`,
      amount <= most,
      { 'action.amount': amount / 100 },
      `${NAMES[holder]} may give ${dollars(most)} at most, this is ${dollars(amount)}`,
    ),
  ];
  // Offers have a pool instead of somebody's day.
  if (forOffer) return out;
  const { per_day: perDay, times_per_day: timesPerDay } = held;
  if (perDay !== undefined)
    out.push(
      limit(
        'per-day',
        `usage.actor_amount + action.amount <= ${perDay.toFixed(2)}`,
        usage.actor.amount + amount <= toMinor(perDay),
        { 'usage.actor_amount': usage.actor.amount / 100, 'action.amount': amount / 100 },
        `${dollars(toMinor(perDay))} in 24 hours for each person; ${dollars(usage.actor.amount)} given so far`,
      ),
    );
  if (timesPerDay !== undefined)
    out.push(
      limit(
        'times-per-day',
        `usage.actor_count < ${timesPerDay}`,
        usage.actor.times < timesPerDay,
        { 'usage.actor_count': usage.actor.times },
        `${timesPerDay} times in 24 hours for each person; ${usage.actor.times} so far`,
      ),
    );
  return out;
};

const customerLimits = (
  { per_customer: limits }: ToolAuthority,
  { amount, usage: { customer } }: ActionRequest,
): ClauseResult[] => {
  if (limits === undefined) return [];
  const { amount: most, times, days } = limits;
  return [
    ...(most === undefined
      ? []
      : [
          limit(
            'per-customer',
            `usage.customer_amount + action.amount <= ${most.toFixed(2)}`,
            customer.amount + amount <= toMinor(most),
            { 'usage.customer_amount': customer.amount / 100, 'action.amount': amount / 100 },
            `${dollars(toMinor(most))} for one customer in ${days} days; ${dollars(customer.amount)} given so far`,
          ),
        ]),
    ...(times === undefined
      ? []
      : [
          limit(
            'times-per-customer',
            `usage.customer_count < ${times}`,
            customer.times < times,
            { 'usage.customer_count': customer.times },
            `${times} times for one customer in ${days} days; ${customer.times} so far`,
          ),
        ]),
  ];
};

/** What a rule that holds says of itself: its sentence is of the other case. */
const nameInWords = (id: string): string =>
  `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

const policyClauses = (authority: ToolAuthority, facts: ToolFacts): ClauseResult[] =>
  authority.clauses.map(({ id, when, say, condition }) => {
    const held = condition(facts);
    return { id, when, ...held, say: held.is === 'true' ? nameInWords(id) : fillSay(say, facts) };
  });

const decided = (
  authority: ToolAuthority,
  request: ActionRequest,
  clauses: ClauseResult[],
): AuthorityDecision => {
  if (clauses.some(({ is }) => is !== 'true')) return { outcome: 'refused', clauses };
  const { holder, amount } = request;
  const alone = reach(authority, request)?.alone ?? 0;
  if (amount <= alone) return { outcome: 'allowed', clauses };
  return {
    outcome: 'second',
    clauses,
    roles: authority.second as [Role, ...Role[]],
    because: `${NAMES[holder]} may give ${dollars(alone)} alone, this is ${dollars(amount)}`,
  };
};

/**
 * Whether somebody may run a tool on these facts: alone, with a second person, or not. Every clause is looked at and named, whatever the
 * others say; one that is unknown because a fact is missing refuses as one that is false does. Pure.
 */
export const authoriseAction = (authority: ToolAuthority, request: ActionRequest): AuthorityDecision =>
  decided(authority, request, [
    ...limitsOf(authority, request),
    ...customerLimits(authority, request),
    ...policyClauses(authority, request.facts),
  ]);

/**
 * Whether what was done may be taken back `days` days later: by whoever may run the tool, within its days, while nothing forbids touching
 * the account. It gives nothing away, so no amount is looked at.
 */
export const authoriseReversal = (
  authority: ToolAuthority,
  { holder, facts }: Pick<ActionRequest, 'holder' | 'facts'>,
  days: number,
): AuthorityDecision => {
  const request = { holder, facts, amount: 0, usage: { customer: NOTHING, actor: NOTHING } };
  const [role] = limitsOf(authority, request);
  const within = authority.reversible_days ?? 0;
  return decided(authority, request, [
    ...(role === undefined ? [] : [role]),
    limit(
      'reversible-days',
      `days <= ${within}`,
      within > 0 && days <= within,
      { days },
      within === 0
        ? 'This cannot be taken back'
        : `Can be taken back for ${sayDays(within)}; this was ${sayDays(days)} ago`,
    ),
    ...policyClauses({ ...authority, clauses: authority.always }, facts),
  ]);
};

const NOTHING: Given = { amount: 0, times: 0 };

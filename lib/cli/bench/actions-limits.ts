import { DAY } from '@/lib/core/clock';
import { toMinor } from '@/lib/core/money';
import type { ToolAuthority } from '@/lib/policies/compile-tools';

/** An action as limits count it: from when, and until when, it took up room. */
export interface Counted {
  tool: string;
  customerId: string;
  actorId: string;
  role: 'rep' | 'lead';
  cents: number;
  from: number;
  /** When it was declined, failed or taken back. */
  until: number | null;
}

interface Limit {
  amount: number;
  times: number;
  span: number;
}

const limitOf = (
  given: { amount?: number | undefined; times?: number | undefined } | undefined,
  span: number,
): Limit => ({
  amount: given?.amount === undefined ? Number.POSITIVE_INFINITY : toMinor(given.amount),
  times: given?.times ?? Number.POSITIVE_INFINITY,
  span,
});

/** Whether actions that count towards one limit exceeded it at the moment when any of them was asked for. */
const exceeds = (counted: readonly Counted[], { amount, times, span }: Limit): boolean =>
  counted.some(({ from: now }) => {
    const then = counted.filter(
      ({ from, until }) => from <= now && from > now - span && (until === null || until > now),
    );
    return then.length > times || then.reduce((sum, { cents }) => sum + cents, 0) > amount;
  });

/** Limits that were exceeded at any moment, of a customer and of a person, by the actions themselves and nothing that the product counted. */
export const exceeded = (
  actions: readonly Counted[],
  tools: Readonly<Record<string, ToolAuthority>>,
): { customers: number; people: number } => {
  const groups = (by: (action: Counted) => string): Counted[][] => [
    ...Map.groupBy(actions, (action) => `${action.tool} ${by(action)}`).values(),
  ];
  const authorityOf = ([first]: Counted[]): ToolAuthority | undefined => first && tools[first.tool];
  return {
    customers: groups(({ customerId }) => customerId).filter((group) => {
      const given = authorityOf(group)?.per_customer;
      return exceeds(group, limitOf(given, (given?.days ?? 1) * DAY));
    }).length,
    people: groups(({ actorId }) => actorId).filter((group) => {
      const given = group[0] && authorityOf(group)?.authority[group[0].role];
      return exceeds(group, limitOf({ amount: given?.per_day, times: given?.times_per_day }, DAY));
    }).length,
  };
};

import type { AgentsPolicy } from '@/lib/policies/agents-policy';
import type { Spent } from '../openai/spent';

/** Whose money: everybody's, or one person's; `day` is a UTC day, `2026-11-20`. */
export type BudgetScope = { of: 'organisation'; day: string } | { of: 'user'; id: string; day: string };

export interface Spending extends Spent {
  day: string;
  userId: string | null;
  engine: string;
}

/** The running account of what model calls cost. */
export interface BudgetPort {
  /** Millionths of a dollar spent so far. */
  spent(scope: BudgetScope): Promise<number>;
  record(spending: Spending): Promise<void>;
}

const MICROS = 1_000_000;

export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** Which limit is used up, or null while there is money left. Both are asked at once. */
export const exhausted = async (
  port: BudgetPort,
  limits: AgentsPolicy['budget'],
  { userId, day }: { userId: string | null; day: string },
): Promise<'organisation' | 'user' | null> => {
  const [organisation, user] = await Promise.all([
    port.spent({ of: 'organisation', day }),
    userId === null ? 0 : port.spent({ of: 'user', id: userId, day }),
  ]);
  if (organisation >= limits.organisation_per_day * MICROS) return 'organisation';
  if (user >= limits.user_per_day * MICROS) return 'user';
  return null;
};

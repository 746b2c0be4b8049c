import { expect, it } from 'vitest';
import { usd } from '@/lib/core/money';
import type { Account } from '@/lib/domain/customer';
import { loadPolicies } from '@/lib/policies/load';
import { rightPlan } from './right-plan';

const { pricing } = await loadPolicies('policies');
const kindOf = (plan: string): Account['services'][number]['kind'] =>
  pricing.plans.find(({ name }) => name === plan)?.kind ?? 'home';
const right = (plan: string, used: { peakMbps?: number; usageGb?: number }): string | null =>
  rightPlan(
    {
      id: 'srv_1',
      kind: kindOf(plan),
      plan,
      price: usd(0),
      since: '2025-01-01',
      status: 'active',
      endsOn: null,
      peakMbps: null,
      usageGb: null,
      ...used,
    },
    pricing.plans,
  )?.name ?? null;

it.each([
  ['Fiber 1 Gig', { peakMbps: 120 }, 'Fiber 300'],
  ['Fiber 300', { peakMbps: 270 }, null],
  ['Fiber 300', { peakMbps: 271 }, 'Fiber 500'],
  ['Fiber 500', { peakMbps: 460 }, 'Fiber 1 Gig'],
  ['Fiber 2 Gig', { peakMbps: 1990 }, null],
  ['Fiber 500', {}, null],
  ['Mobile Unlimited', { usageGb: 3 }, 'Mobile Lite'],
  ['Mobile Lite', { usageGb: 5 }, 'Mobile Unlimited'],
  ['Mobile Lite', { usageGb: 4 }, null],
  ['TV Plus', { usageGb: 4 }, null],
] as const)('%s with %o: %s', (plan, used, other) => {
  expect(right(plan, used)).toBe(other);
});

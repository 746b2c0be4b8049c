import { describe, expect, it } from 'vitest';
import { usd } from '@/lib/core/money';
import { loadPolicies } from '@/lib/policies/load';
import type { ServiceRecord } from '../systems/services';
import { planChange, sayChange, type Wish } from './plan-change';

const { pricing } = await loadPolicies('policies');
const period = { from: '2026-11-11', to: '2026-12-11', days: 30, left: 20, last: '2026-12-10' };

const service = (plan: string, price: number, more: Partial<ServiceRecord> = {}): ServiceRecord => ({
  id: plan,
  kind: pricing.plans.find(({ name }) => name === plan)?.kind ?? 'fiber',
  plan,
  price: usd(price),
  since: '2025-01-01',
  status: 'active',
  endsOn: null,
  ...more,
});
const change = (wish: Partial<Wish>, services: ServiceRecord[], lockUntil: string | null = null) =>
  planChange(
    { service: null, plan: 'Fiber 500', priceLock: false, ...wish },
    { services, lockUntil, period, on: '2026-11-21' },
    pricing,
  );
const said = (...args: Parameters<typeof change>): string => {
  const planned = change(...args);
  return planned.is === 'planned'
    ? sayChange(planned, period.left)
    : planned.problems.map(({ path, message }) => `${path}: ${message}`).join();
};

const fiber = service('Fiber 300', 4500);
const gig = service('Fiber 1 Gig', 8000);

describe('a change of plan', () => {
  it('is said with the month before and after and the days in between', () => {
    expect(said({ service: fiber.id }, [fiber])).toBe(
      'Change Fiber 300 to Fiber 500 today: services go from $45.00 to $60.00 a month, and the next bill has $10.00 more for 20 days',
    );
    expect(said({ service: gig.id }, [gig])).toBe(
      'Change Fiber 1 Gig to Fiber 500 today: services go from $80.00 to $60.00 a month, and the next bill has $13.33 less for 20 days',
    );
  });

  it('counts what services save together', () => {
    expect(said({ plan: 'TV Essentials' }, [fiber])).toBe(
      'Add TV Essentials today: services go from $45.00 to $70.00 a month, and the next bill has $16.66 more for 20 days',
    );
  });

  it('locks a price that somebody has, up to a year from now, and only once', () => {
    const promotional = service('Fiber 500', 4000);
    const locked = change({ service: promotional.id, priceLock: true }, [promotional]);
    expect(locked).toMatchObject({
      change: {
        to: { price: usd(4000) },
        lockUntil: '2027-11-21',
        lines: [{ label: 'Fiber 500, price lock until Nov 21, 2027', amount: 0 }],
      },
    });
    expect(said({ service: promotional.id, priceLock: true }, [promotional])).toBe(
      'Keep Fiber 500 at $40.00 a month with a price lock until Nov 21, 2027',
    );
    expect(said({ service: promotional.id, priceLock: true }, [promotional], '2026-11-21')).toBe(
      'priceLock: A price lock runs until Nov 21, 2026 already',
    );
    expect(said({ service: promotional.id, priceLock: true }, [promotional], '2026-11-20')).toContain(
      'Nov 21, 2027',
    );
  });

  it('costs nothing for a lock that runs, up or down', () => {
    expect(change({ service: gig.id }, [gig], '2027-06-01')).toEqual(change({ service: gig.id }, [gig]));
  });

  it.each<[string, Partial<Wish>, ServiceRecord[]]>([
    ['plan: There is no plan Fiber 9', { plan: 'Fiber 9' }, [fiber]],
    ['service: There is no such service on this account', { service: 'srv_x' }, [fiber]],
    ['plan: It is Fiber 300 already', { service: fiber.id, plan: 'Fiber 300' }, [fiber]],
    ['plan: There is Fiber 300 already: change that service instead', {}, [fiber]],
    [
      'plan: TV Plus cannot take the place of Fiber 300: add it instead',
      { service: fiber.id, plan: 'TV Plus' },
      [fiber],
    ],
    ['plan: Sports add-on comes on top of another tv plan', { plan: 'Sports add-on' }, [fiber]],
    [
      'plan: An add-on is added or cancelled, not changed',
      { service: 'TV Plus', plan: 'Sports add-on' },
      [service('TV Plus', 6000)],
    ],
    ['plan: TV Plus is on this account already', { plan: 'TV Plus' }, [service('TV Plus', 6000)]],
    [
      'plan: It ends on Dec 10, 2026: take its cancellation back first',
      { service: fiber.id },
      [{ ...fiber, endsOn: '2026-12-10' }],
    ],
  ])('%s', (refusal, wish, services) => {
    expect(said(wish, services)).toBe(refusal);
  });

  it('forgets what has ended, and knows any number of mobile lines', () => {
    const ended = service('Fiber 300', 4500, { status: 'ended', endsOn: '2026-10-01' });
    expect(said({}, [ended])).toContain('Add Fiber 500 today: services go from $0.00 to $60.00');
    const line = service('Mobile Lite', 2000);
    expect(said({ plan: 'Mobile Lite' }, [line])).toContain('from $20.00 to $40.00');
  });
});

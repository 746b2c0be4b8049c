import { describe, expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { fulfilmentOf } from './fulfil-offer';

const { offers } = await loadPolicies('policies');
const offer = (id: string) => {
  const found = offers.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no offer ${id}`);
  return found;
};

describe('what carries an accepted offer out', () => {
  it('names the thing of this customer that the offer is about', () => {
    expect(fulfilmentOf(offer('fiber-1gig-to-500'), { on: { fiber: 'svc_1' } })).toEqual({
      tool: 'change-plan',
      params: { service: 'svc_1', plan: 'Fiber 500', priceLock: false },
    });
    expect(fulfilmentOf(offer('bundle-add-tv'), {})).toEqual({
      tool: 'change-plan',
      params: { service: null, plan: 'TV Essentials', priceLock: false },
    });
    expect(fulfilmentOf(offer('fiber-loyalty-credit'), {})).toEqual({
      tool: 'apply-credit',
      params: { amount: 10, months: 12, kind: 'loyalty', reason: 'Loyalty credit' },
    });
  });

  it('fills a slot within a text, and keeps a number a number', () => {
    const fulfil = {
      tool: 'issue-coupon' as const,
      params: { what: 'For {on.fiber_plan}', amount: '{on.visit_fee}' },
    };
    expect(fulfilmentOf({ fulfil }, { on: { fiber_plan: 'Fiber 500', visit_fee: 59 } })?.params).toEqual({
      what: 'For Fiber 500',
      amount: 59,
    });
  });

  it('is nothing where the thing is not known', () => {
    expect(fulfilmentOf(offer('fiber-1gig-to-500'), { on: {} })).toBeUndefined();
  });
});

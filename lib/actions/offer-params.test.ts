import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../policies/load';
import { fulfilmentOf } from '../rules/fulfil-offer';
import { WRITING } from './tools';

const { offers } = await loadPolicies('policies');
/** Ids and plans as an account has them. */
const facts = {
  on: {
    fiber: 'svc_1',
    fiber_plan: 'Fiber 500',
    tv: 'svc_2',
    light_line: 'svc_3',
    full_line: 'svc_4',
    visit: 'vis_1',
  },
};

describe('the action that an offer proposes', () => {
  it.each(offers.map(({ id }) => id))('of %s has parameters that its tool takes', (id) => {
    const offer = offers.find((one) => one.id === id);
    const action = offer && fulfilmentOf(offer, facts);
    if (!offer || !action) throw new Error(`${id} cannot be carried out`);
    const parsed = WRITING[action.tool].params.safeParse(action.params);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('gives what the offer says it is worth, and costs what the policy says', () => {
    const credits = offers.filter(({ fulfil }) => fulfil.tool === 'apply-credit');
    expect(credits.length).toBeGreaterThan(3);
    for (const { fulfil, value, cost } of credits) {
      const given = Math.round(Number(fulfil.params.amount) * 100) * Number(fulfil.params.months);
      expect([value.minor, cost.minor]).toEqual([given, given]);
    }
    for (const { fulfil, value, cost, budget } of offers.filter(
      (one) => one.fulfil.tool === 'issue-coupon',
    )) {
      const given = Math.round(Number(fulfil.params.amount) * 100);
      expect([value.minor, cost.minor]).toEqual([given, given]);
      expect(fulfil.params.pool).toBe(budget?.pool);
    }
  });
});

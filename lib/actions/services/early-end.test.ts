import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usd } from '@/lib/core/money';
import { loadPolicies } from '@/lib/policies/load';
import { addMonths } from '../days';
import type { ServiceRecord } from '../systems/services';
import { earlyEnd } from './early-end';

const { pricing } = await loadPolicies('policies');

const service = (
  id: string,
  kind: ServiceRecord['kind'],
  more: Partial<ServiceRecord> = {},
): ServiceRecord => ({
  id,
  kind,
  plan: kind,
  price: usd(4500),
  since: '2025-01-01',
  status: 'active',
  endsOn: null,
  ...more,
});
const fiber = service('fiber', 'fiber');
const phone = service('phone', 'mobile');
const ends = '2026-12-10';
const of = (ending: ServiceRecord, all: ServiceRecord[], lockUntil: string | null) =>
  earlyEnd(ending, all, lockUntil, ends, pricing.fees);

describe('ending early', () => {
  it.each([
    [null, 0, 0],
    ['2026-12-10', 0, 0],
    ['2026-12-11', 1, 1000],
    ['2027-04-10', 4, 4000],
    ['2027-04-11', 5, 5000],
    ['2027-12-10', 12, 12_000],
    ['2028-12-10', 24, 12_000],
  ])('of a lock until %s is %i months and %i cents', (until, months, fee) => {
    expect(of(fiber, [fiber], until)).toEqual({ months, fee });
  });

  it('is charged for fiber, or for the last service of an account that never had fiber', () => {
    const lock = '2027-04-10';
    expect(of(phone, [fiber, phone], lock).fee).toBe(0);
    expect(of(fiber, [fiber, phone], lock).fee).toBe(4000);
    expect(of(phone, [phone], lock).fee).toBe(4000);
    expect(of(phone, [phone, service('second', 'mobile')], lock).fee).toBe(0);
    // Fiber took the lock with it when it was cancelled.
    expect(of(phone, [{ ...fiber, endsOn: ends }, phone], lock).fee).toBe(0);
    expect(of(phone, [{ ...fiber, status: 'ended', endsOn: '2026-11-01' }, phone], lock).fee).toBe(0);
    // A plan that was changed is still there under its new name.
    expect(of(fiber, [fiber, service('before', 'fiber', { status: 'ended' })], lock).fee).toBe(4000);
  });

  it('is never above its limit and grows by no more than a month at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (months) => {
        const fee = of(fiber, [fiber], addMonths(ends, months)).fee;
        expect(fee).toBe(Math.min(months * 1000, 12_000));
      }),
    );
  });
});

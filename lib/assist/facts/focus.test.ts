import { describe, expect, it } from 'vitest';
import type { Account } from '@/lib/domain/customer';
import { plainAccount } from '../testing/pipeline-case';
import { focusOf } from './focus';

type Order = Account['orders'][number];

const order = (id: string, status: Order['status'], item = 'LM-10 mesh point'): Order => ({
  id,
  number: `ORD-${id}`,
  item,
  amount: { minor: 8900, currency: 'USD' },
  status,
  placed: '2027-02-01',
  expected: null,
  shipment: null,
  reshipOf: null,
});
const focused = (intent: string, said: string, ...orders: Order[]) =>
  focusOf({ ...plainAccount, orders }, [], intent, said).order?.id ?? null;

describe('the order in focus', () => {
  it('is the returned one when its refund is asked for', () => {
    expect(focused('returns.refund-status', 'where is my refund', order('1', 'returned'))).toBe('1');
    expect(
      focused('returns.refund-status', 'where is my refund', order('1', 'delivered'), order('2', 'returned')),
    ).toBe('2');
  });

  it('is not the returned one when a package is on its way', () => {
    expect(
      focused('shipping.track-order', 'where is my order', order('1', 'returned'), order('2', 'shipped')),
    ).toBe('2');
  });

  it('is the one of that kind of thing, by the name customers use', () => {
    expect(
      focused(
        'returns.return-item',
        'I send the mesh point back',
        order('1', 'delivered'),
        order('2', 'delivered', 'LT-4 TV box'),
      ),
    ).toBe('1');
  });

  it('is none when two could be meant', () => {
    expect(
      focused('shipping.track-order', 'where is it', order('1', 'shipped'), order('2', 'placed')),
    ).toBeNull();
  });
});

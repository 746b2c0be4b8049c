import { describe, expect, test } from 'vitest';
import type { Account } from '@/lib/domain/customer';
import { plainAccount } from '../../testing/pipeline-case';
import { entitiesOf } from './find-entities';

const usd = (minor: number) => ({ minor, currency: 'USD' as const });
const invoice = (id: string, issued: string, status: 'paid' | 'overdue'): Account['invoices'][number] => ({
  id,
  number: `INV-${id}`,
  issued,
  due: issued,
  status,
  total: usd(6000),
  charges: [],
});
const visit = (id: string, on: string, status: 'booked' | 'done'): Account['visits'][number] => ({
  id,
  number: `VIS-58${id.length}13`,
  kind: 'wifi',
  on,
  window: '9-11',
  status,
  tripFee: usd(0),
  technician: null,
  model: null,
  symptom: null,
  part: null,
});
const order = (id: string, status: 'shipped' | 'delivered'): Account['orders'][number] => ({
  id,
  number: `ORD-7301552${id.length}`,
  item: 'gateway',
  amount: usd(9900),
  status,
  placed: '2027-03-01',
  expected: null,
  shipment: null,
  reshipOf: null,
});
/** 2027-03-09 is a Tuesday, 2027-03-05 a Friday. */
const account: Account = {
  ...plainAccount,
  invoices: [invoice('march', '2027-03-01', 'overdue'), invoice('february', '2027-02-01', 'paid')],
  visits: [visit('tuesday', '2027-03-09', 'booked'), visit('friday', '2027-03-05', 'done')],
  orders: [order('only', 'shipped')],
};
const refersTo = (text: string, of: Account = account): string[] =>
  entitiesOf([{ role: 'customer', turnId: 'trn_1', text }], of).flatMap((entity) =>
    entity.refersTo === null ? [] : [`${entity.type} ${entity.refersTo}`],
  );

describe('what a customer calls by name is theirs when only one can be meant', () => {
  test.each([
    ['why is my last bill so high', 'invoice_id march'],
    ['mi última factura', 'invoice_id march'],
    ['the February bill was fine', 'invoice_id february'],
    ['the bill for February was fine', 'invoice_id february'],
    ['my overdue bill', 'invoice_id march'],
    ['where is that order', 'order_id only'],
    ['the visit on Tuesday', 'visit_id tuesday'],
    ['la visita del viernes', 'visit_id friday'],
    ['my next appointment', 'visit_id tuesday'],
  ])('%s', (text, expected) => {
    expect(refersTo(text)).toEqual([expected]);
  });
  test.each([
    ['the bill from May', account],
    ['the visit on Monday', account],
    ['in order to pay', account],
    ['I ordered it', account],
    ['my package', { ...account, orders: [order('a', 'shipped'), order('bb', 'shipped')] }],
    ['my order', { ...account, orders: [] }],
  ])('%s is left open', (text, of) => {
    expect(refersTo(text, of)).toEqual([]);
  });
  test('a number beside it names the thing', () => {
    expect(refersTo('my order ORD-73015524 and my bill number 99887766')).toEqual(['order_id only']);
  });
  test('entities never overlap, and each stands where it says', () => {
    const text = 'the visit on March 9 and my last bill of $60.00';
    let before = 0;
    for (const { start, end, value } of entitiesOf([{ role: 'customer', turnId: 't', text }], account)) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(text.slice(start, end)).toBe(value);
      before = end;
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { AccountFact } from '../../../domain/customer';
import { categoryOf, type IntentId } from '../../../domain/intent';
import type { Triage } from '../../../domain/triage';
import { plainAccount } from '../../testing/pipeline-case';
import { plainTriage } from '../../testing/plain-triage';
import { completenessOf } from './completeness';
import { missingFact, packetFacts } from './packet-facts';

const intentOf = (id: IntentId) => ({ id, category: categoryOf(id), title: id, confidence: 1 });
const triageOf = (id: IntentId): Triage => plainTriage(intentOf(id));
const fact = (key: string, value = key): AccountFact => ({ key, label: key, value });
const ALL = [
  fact('customer.account_number'),
  fact('invoice.number', 'INV-2026-100001'),
  fact('order.number', 'ORD-70000001'),
  fact('order.status'),
  fact('visit.number', 'VIS-40001'),
  fact('device.model'),
  fact('service.plan'),
];
const invoice = (number: string, minor: number) => ({
  id: number,
  number,
  issued: '2027-03-01',
  due: '2027-03-20',
  total: { minor, currency: 'USD' as const },
  status: 'due' as const,
  charges: [],
});
const input = (
  id: IntentId,
  facts: AccountFact[],
  said: string,
  invoices: ReturnType<typeof invoice>[] = [],
) =>
  ({
    utterances: [{ turnId: 'trn_1', role: 'rep' as const, text: said }],
    triage: triageOf(id),
    retrieval: { passages: [], incidents: [], confidence: 0 },
    account: { ...plainAccount, invoices },
    facts,
    steps: [],
    sent: [],
    untickedAt: [],
    times: [],
  }) as unknown as Parameters<typeof packetFacts>[0];
const keysFor = (id: IntentId, said = 'hello') => packetFacts(input(id, ALL, said)).map(({ key }) => key);

describe('facts of a packet', () => {
  it('are those that the intent is about', () => {
    expect(keysFor('billing.late-fee')).toEqual([
      'customer.account_number',
      'invoice.number',
      'service.plan',
    ]);
    expect(keysFor('shipping.late-delivery')).toEqual([
      'customer.account_number',
      'order.number',
      'order.status',
    ]);
    expect(keysFor('technical.slow-internet')).toEqual([
      'customer.account_number',
      'device.model',
      'service.plan',
      'visit.number',
    ]);
  });

  it('and anything whose number was said', () => {
    expect(keysFor('billing.late-fee', 'your visit VIS-40001 stays')).toContain('visit.number');
  });

  it('and the bill that was named last, where nothing else points at one', () => {
    const bills = [invoice('INV-2026-100001', 8000), invoice('INV-2026-100002', 6000)];
    const said =
      'INV-2026-100001 was $80.00, so INV-2026-100002 is the first at $60.00, after it INV-2026-100003';
    expect(packetFacts(input('account.change-plan', [], said, bills)).map(({ value }) => value)).toEqual([
      'INV-2026-100002',
      '$60.00',
    ]);
  });

  it.each<[IntentId, string]>([
    ['billing.late-fee', 'which bill'],
    ['shipping.late-delivery', 'which order'],
    ['technical.slow-internet', 'which device or service'],
  ])('of %s that tell what it is about are missed: %s', (id, name) => {
    const category = categoryOf(id);
    expect(missingFact(category, [])).toBe(name);
    expect(missingFact(category, ALL)).toBeNull();
    const packet = {
      customer: 'Sam',
      issue: 'x',
      inTheirWords: 'x',
      tried: [{ what: 'x', result: 'x' }],
      knowledge: [],
      next: ['x'],
      tone: '',
      facts: [],
    };
    expect(completenessOf(packet, triageOf(id), []).missing).toEqual([name]);
    expect(completenessOf(packet, triageOf(id), ALL)).toEqual({ score: 1, missing: [] });
  });
});

import { describe, expect, it } from 'vitest';
import type { Passage } from '../../domain/knowledge';
import type { KnowledgePort } from '../../knowledge/port';
import { playbookOf } from './playbook';

const passage = (articleId: string, over: Partial<Passage> = {}): Passage => ({
  articleId,
  version: 1,
  title: articleId,
  topic: 'payments',
  audience: 'public',
  text: 'A double payment is refunded.',
  chunkId: `${articleId}#1`,
  relevance: 0.9,
  ageDays: 1,
  stale: false,
  ...over,
});
const procedures: Record<string, ReturnType<KnowledgePort['procedure']>> = {
  double: [
    { phase: 'diagnose', do: 'Compare.', say: 'I see {charge.amount} twice. Is one pending?', tool: null },
    { phase: 'resolve', do: 'Refund it.', say: 'I can send {charge.amount} back.', tool: 'refund-charge' },
  ],
  internal: [{ phase: 'diagnose', do: 'Ask a lead.', say: null, tool: null }],
};
const knowledge: Pick<KnowledgePort, 'procedure'> = { procedure: (id) => procedures[id] ?? [] };
const steps = (passages: Passage[], category: 'billing' | 'shipping', amount?: string) =>
  playbookOf(
    passages,
    {
      threshold: 0.3,
      category,
      authority: {
        'apply-credit': 5000,
        'refund-charge': 5000,
        'waive-trip-fee': 5000,
        'issue-coupon': 5000,
      },
    },
    knowledge,
    amount ? [{ key: 'charge.amount', label: 'Its amount', value: amount }] : [],
  );

describe('playbookOf', () => {
  it('fills in this account, and drops a sentence whose fact is not known', () => {
    expect(steps([passage('double')], 'billing', '$12.00')[0]?.say).toBe(
      'I see $12.00 twice. Is one pending?',
    );
    expect(steps([passage('double')], 'billing')[0]?.say).toBe('Is one pending?');
  });

  it('words nothing that a rep may not give, and says whom to ask', () => {
    const [, refund] = steps([passage('double')], 'billing', '$110.00');
    expect(refund).toMatchObject({ say: null, tool: 'refund-charge' });
    expect(refund?.do).toBe('Refund it. $110.00 is above your $50.00: ask a lead before you name it.');
    expect(steps([passage('double')], 'billing', '$12.00')[1]?.say).toBe('I can send $12.00 back.');
  });

  it('takes the article that the reply can cite when it is close to the best', () => {
    const internal = passage('internal', { audience: 'internal', relevance: 0.95 });
    expect(steps([internal, passage('double')], 'billing')[0]?.source).toBe('double');
    expect(steps([internal, passage('double', { relevance: 0.4 })], 'billing')[0]?.source).toBe('internal');
  });

  it('passes over an article that is about something else', () => {
    expect(steps([passage('double', { relevance: 0.5 })], 'shipping')).toEqual([]);
    expect(steps([passage('double', { relevance: 0.2 })], 'billing')).toEqual([]);
  });
});

import type { Article } from '@/lib/domain/knowledge';

/** An article with something in every field, and whatever a test wants different. */
export const sampleArticle = (over: Partial<Article> = {}): Article => ({
  id: 'late-fees',
  version: 3,
  title: 'Late fees and when to waive one',
  topic: 'billing',
  products: ['fiber'],
  intents: ['billing.dispute-charge'],
  audience: 'public',
  owner: 'billing-operations',
  facts: [
    'A late fee of $8.00 is added 10 days after the due date.',
    'One late fee in 12 months may be waived.',
  ],
  steps: [
    {
      phase: 'resolve',
      do: 'Waive the fee.',
      say: 'I can take the {charge.amount} fee off.',
      tool: 'apply-credit',
    },
  ],
  related: [],
  reviewedAt: new Date('2026-10-01T00:00:00Z'),
  ...over,
});

import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import type { KnowledgePolicy } from '@/lib/policies/knowledge-policy';
import { changeSigns, freshness, textFreshness } from './freshness';
import { sampleArticle } from './testing/sample-article';

const now = new Date('2026-11-20T12:00:00Z');
const policy: KnowledgePolicy = {
  stale_after_days: { billing: 120 },
  relevance_threshold: 0.35,
  passages: 5,
  not_questions: [],
  synonyms: [],
};
const reviewed = (days: number): Date => new Date(now.getTime() - days * DAY);

describe('changeSigns', () => {
  it.each([
    ['Restoring a service costs $10.00.', 'price'],
    ['Off-peak use is 20 % cheaper.', 'percentage'],
    ['A late fee may be waived.', 'fee'],
    ['The offer ends in March.', 'date'],
    ['Return it within 30 days.', 'term'],
    ['Chat is open from 7 am.', 'hours'],
    ['Install firmware 6.1 first.', 'version'],
    ['It is in My Larkspur under Bills.', 'menu'],
    ['Call +1 406 555-0112.', 'contact'],
  ])('%s', (text, sign) => {
    expect(changeSigns(text)).toContain(sign);
  });

  it.each([
    'Plug in the optical terminal first, then the gateway.',
    'Leave the house and call for help.',
    'Wait 60 seconds.',
  ])('%s stays true', (text) => {
    expect(changeSigns(text)).toEqual([]);
  });
});

describe('freshness', () => {
  it('is stale when older than its topic allows and likely to change', () => {
    expect(freshness(sampleArticle({ reviewedAt: reviewed(121) }), policy, now)).toEqual({
      ageDays: 121,
      stale: true,
    });
  });

  it('is fresh on the last day allowed', () => {
    expect(freshness(sampleArticle({ reviewedAt: reviewed(120) }), policy, now)).toEqual({
      ageDays: 120,
      stale: false,
    });
  });

  it('never goes stale by age alone, nor in a topic that is not named', () => {
    const timeless = { facts: ['Speak calmly.'], steps: [], reviewedAt: reviewed(900) };
    expect(freshness(sampleArticle(timeless), policy, now).stale).toBe(false);
    expect(freshness(sampleArticle({ topic: 'conduct', reviewedAt: reviewed(900) }), policy, now).stale).toBe(
      false,
    );
  });

  it('judges each text of an old article by itself', () => {
    const of = { topic: 'billing', reviewedAt: reviewed(400) } as const;
    expect(textFreshness('The fee is $8.00.', of, policy, now).stale).toBe(true);
    expect(textFreshness('Speak calmly.', of, policy, now).stale).toBe(false);
  });

  it('takes a review dated ahead of the clock as of today', () => {
    expect(freshness(sampleArticle({ reviewedAt: reviewed(-3) }), policy, now).ageDays).toBe(0);
  });
});

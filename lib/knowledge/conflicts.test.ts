import { describe, expect, it } from 'vitest';
import { contradict } from './conflicts';
import { createLibrary } from './library';
import { readArticles, readKnowledgePolicy } from './testing/read-articles';
import { sampleArticle } from './testing/sample-article';

const clock = { now: () => new Date('2026-11-20T12:00:00Z') };
const policy = readKnowledgePolicy();
const search = async (library: ReturnType<typeof createLibrary>, text: string) =>
  (await library.search({ text, intents: [], products: [], limit: 5 }, new AbortController().signal))
    .passages;

describe('contradict', () => {
  it.each([
    ['A late fee is $8.00.', 'The late fee is $6.00 and comes 10 days after the due date.'],
    ['A returned payment costs $15.00.', 'As of the previous price list, a returned payment costs $12.00.'],
    ['Refunds reach the card in 5 business days.', 'Refunds reach the card in 10 business days.'],
    ['AutoPay takes 5% off the first bill.', 'AutoPay takes 10% off the first bill.'],
    ['Bundling fiber with TV takes $10.00 a month off.', 'Bundling fiber with TV takes $8.00 a month off.'],
  ])('%s – %s', (one, other) => {
    expect(contradict(one, other)).toBe(true);
    expect(contradict(other, one)).toBe(true);
  });

  it.each([
    ['the same in other words', 'A late fee is $8.00.', 'The late fee comes to eight dollars.'],
    ['another thing', 'Standard delivery costs $5.00.', 'Express delivery costs $12.00.'],
    ['another plan', 'Fiber 300 is $45.00 a month.', 'Fiber 500 is $60.00 a month.'],
    ['once and monthly', 'A lost mesh point costs $60.00.', 'A mesh point costs $5.00 a month.'],
    ['a price and a time', 'The late fee is $8.00.', 'The late fee comes after 10 days.'],
    [
      'two amounts in one clause',
      'A pause of Fiber 500 is $20.00 in place of $120.00.',
      'Fiber 500 is $60.00.',
    ],
    ['no figure', 'A late fee may be waived.', 'The late fee is $8.00.'],
  ])('not by %s', (_why, one, other) => {
    expect(contradict(one, other)).toBe(false);
    expect(contradict(other, one)).toBe(false);
  });
});

describe('a passage', () => {
  it('comes with what contradicts it, and how old that is', async () => {
    const passages = await search(
      createLibrary({ articles: readArticles(clock.now()), policy, clock }),
      'how much is a late fee',
    );
    const passage = passages.find(({ articleId }) => articleId === 'late-fees');
    expect(passage?.text).toContain('$8.00');
    expect(passage?.conflicts).toEqual([
      expect.objectContaining({ articleId: 'fee-schedule', text: expect.stringContaining('$6.00') }),
    ]);
    expect(passage?.conflicts?.[0]?.ageDays).toBeGreaterThan(passage?.ageDays ?? 0);
  });

  it('of an article alone with its figure says nothing of conflicts', async () => {
    const [passage] = await search(
      createLibrary({ articles: [sampleArticle()], policy, clock }),
      'how much is a late fee',
    );
    expect(passage).not.toHaveProperty('conflicts');
  });

  it('is not held against another fact of its own article', async () => {
    const facts = ['Until June the late fee is $6.00.', 'From June the late fee is $8.00.'];
    const [passage] = await search(
      createLibrary({ articles: [sampleArticle({ facts })], policy, clock }),
      'how much is a late fee',
    );
    expect(passage).not.toHaveProperty('conflicts');
  });
});

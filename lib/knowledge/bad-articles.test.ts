import { describe, expect, it } from 'vitest';
import { articleBodySchema } from '@/lib/domain/knowledge';
import { createLibrary } from './library';
import { readArticles, readKnowledgePolicy } from './testing/read-articles';
import { sampleArticle } from './testing/sample-article';

const clock = { now: () => new Date('2026-11-20T12:00:00Z') };
const policy = readKnowledgePolicy();
const good = readArticles(clock.now());

const BAD = {
  'of five megabytes in one fact': sampleArticle({ id: 'bad', facts: ['late fee '.repeat(550_000)] }),
  'of ten thousand facts': sampleArticle({
    id: 'bad',
    facts: Array.from({ length: 10_000 }, (_, n) => `Line ${n} of the late fee.`),
  }),
  'of markup': sampleArticle({
    id: 'bad',
    title: '<b>Late fee</b>',
    facts: ['<script>alert("late fee")</script><p>A late fee is <i>$9.00</i>.</p>'],
  }),
  'without text': sampleArticle({ id: 'bad', title: ' ', facts: ['\u200b\u202e\ufeff'], steps: [] }),
  'in a ring of links': sampleArticle({ id: 'bad', related: ['bad', 'late-fees'] }),
  'of odd characters': sampleArticle({
    id: 'bad',
    title: 'Late\u0000 fee \ud800',
    facts: [`Z${'\u0301'.repeat(5_000)}algo late fee`, '𝓁𝒶𝓉𝑒 𝒻𝑒𝑒', '\u202eeef etal', '🧾'.repeat(3_000)],
  }),
  'of one endless word': sampleArticle({ id: 'bad', facts: ['x'.repeat(1_000_000)] }),
};

describe.each(Object.entries(BAD))('an article %s', (_what, bad) => {
  it('keeps no other from being found, and is cited within bounds or not at all', async () => {
    const library = createLibrary({ articles: [...good, bad], policy, clock });
    const { passages } = await library.search(
      {
        text: 'how much is the late fee',
        intents: [{ id: 'billing.fees-question', confidence: 0.9 }],
        products: [],
        limit: 5,
      },
      new AbortController().signal,
    );
    expect(passages.map(({ articleId }) => articleId)).toContain('late-fees');
    for (const { text, title } of passages) {
      expect(text.length).toBeLessThanOrEqual(2_000);
      expect(`${title}${text}`.isWellFormed()).toBe(true);
      for (const unseen of ['\u0000', '\u200b', '\u202e', '\ufeff'])
        expect(`${title}${text}`.includes(unseen)).toBe(false);
    }
  });
});

describe('an article that says nothing', () => {
  it.each([
    ['no facts', { facts: [] }, 'facts'],
    ['no title', { title: '' }, 'title'],
    ['an empty fact', { facts: ['One.', ''] }, 'facts.1'],
    ['a topic that is none', { topic: 'astrology' }, 'topic'],
    ['a field that is none', { html: '<p>' }, ''],
  ])('is refused with the place: %s', (_what, over, place) => {
    const { id: _id, version: _version, reviewedAt: _at, ...body } = sampleArticle();
    const parsed = articleBodySchema.safeParse({ ...body, ...over });
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([place]);
  });
});

import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/core/random';
import { readArticles } from '@/lib/knowledge/testing/read-articles';
import { grownTo } from './search-corpus';

const passagesOf = (articles: ReturnType<typeof grownTo>): number =>
  articles.reduce((sum, { facts, steps }) => sum + facts.length + steps.length, 0);

describe('grownTo', () => {
  const articles = readArticles(new Date('2027-03-10T12:00:00Z'));

  it('keeps the articles there are and makes up the rest, the same for the same seed', () => {
    const grown = grownTo(articles, 3000, seededRandom(5));
    expect(grown.slice(0, articles.length)).toEqual(articles);
    expect(passagesOf(grown)).toBe(3000);
    expect(new Set(grown.map(({ id }) => id)).size).toBe(grown.length);
    expect(grownTo(articles, 3000, seededRandom(5))).toEqual(grown);
  });

  it('has words of its own, as more articles have', () => {
    const wordsOf = (size: number): number =>
      new Set(
        grownTo(articles, size, seededRandom(5)).flatMap(({ title, facts }) =>
          `${title} ${facts.join(' ')}`.split(' '),
        ),
      ).size;
    expect(wordsOf(8000)).toBeGreaterThan(wordsOf(2000) * 1.2);
  });
});

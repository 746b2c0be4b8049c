import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_LENGTH, CHUNK_LIMIT, chunkArticle } from './chunk';
import { sampleArticle } from './testing/sample-article';

describe('chunkArticle', () => {
  it('makes one chunk per fact and per step, with stable ids', () => {
    const chunks = chunkArticle(sampleArticle());
    expect(chunks.map(({ id, kind }) => [id, kind])).toEqual([
      ['late-fees#3.1', 'fact'],
      ['late-fees#3.2', 'fact'],
      ['late-fees#3.3', 'step'],
    ]);
    expect(chunkArticle(sampleArticle())).toEqual(chunks);
  });

  it('keeps the fact word for word and gives it the context of its article', () => {
    const [first] = chunkArticle(sampleArticle());
    expect(first).toMatchObject({
      text: 'A late fee of $8.00 is added 10 days after the due date.',
      title: 'Late fees and when to waive one',
      topic: 'billing',
    });
  });

  it('marks steps internal even in a public article', () => {
    expect(chunkArticle(sampleArticle()).map(({ audience }) => audience)).toEqual([
      'public',
      'public',
      'internal',
    ]);
  });

  it('gives nothing for an article without text', () => {
    expect(chunkArticle(sampleArticle({ facts: [' ', '\u200b'], steps: [] }))).toEqual([]);
    expect(chunkArticle(sampleArticle({ facts: [], steps: [] }))).toEqual([]);
  });

  it('caps a pasted book', () => {
    const chunks = chunkArticle(
      sampleArticle({ facts: ['x'.repeat(5_000_000), ...new Array<string>(2_000).fill('One more fact.')] }),
    );
    expect(chunks.length).toBe(CHUNK_LIMIT);
    expect(Math.max(...chunks.map(({ text }) => text.length))).toBeLessThanOrEqual(CHUNK_LENGTH);
  });

  it('takes links that form a ring, and any text at all', () => {
    expect(chunkArticle(sampleArticle({ related: ['late-fees'] }))).toHaveLength(3);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (facts) => {
        const ids = chunkArticle(sampleArticle({ facts })).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

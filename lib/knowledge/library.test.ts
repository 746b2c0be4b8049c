import { describe, expect, it } from 'vitest';
import { passageSchema } from '@/lib/domain/knowledge';
import type { KnowledgePolicy } from '@/lib/policies/knowledge-policy';
import { createLibrary, type Library } from './library';
import { readArticles, readKnowledgePolicy } from './testing/read-articles';
import { sampleArticle } from './testing/sample-article';

const now = new Date('2026-11-20T12:00:00Z');
const clock = { now: () => now };
const policy: KnowledgePolicy = readKnowledgePolicy();
const library = createLibrary({ articles: readArticles(now), policy, clock });
const NEVER = new AbortController().signal;
const askIn = async (where: Library, text: string, over = {}) =>
  (await where.search({ text, intents: [], products: [], limit: 5, ...over }, NEVER)).passages;
const ask = (text: string, over = {}) => askIn(library, text, over);

describe('createLibrary', () => {
  it('answers with the fact, its source and how sure it is', async () => {
    const [best] = await ask('how much is a late fee', {
      intents: [{ id: 'billing.fees-question', confidence: 0.9 }],
    });
    expect(best).toMatchObject({ articleId: 'late-fees', version: 1, audience: 'public' });
    expect(best?.text).toContain('$8.00');
    expect(passageSchema.parse(best)).toEqual(best);
  });

  it('gives the fact of the kind that was asked for', async () => {
    const fact = async (text: string) =>
      (await ask(text)).find(({ articleId }) => articleId === 'trip-fee')?.text;
    expect(await fact('how much is the trip fee')).toMatch(/\$\d/);
  });

  it('orders by relevance, one passage per article, none repeating another', async () => {
    const passages = await ask('when does a card payment post');
    expect(passages.map(({ relevance }) => relevance)).toEqual(
      passages.map(({ relevance }) => relevance).sort((a, b) => b - a),
    );
    expect(new Set(passages.map(({ articleId }) => articleId)).size).toBe(passages.length);
    expect(new Set(passages.map(({ text }) => text)).size).toBe(passages.length);
  });

  it('gives internal guidance to the rep, marked as such', async () => {
    const passages = await ask('how large a credit may a rep give');
    expect(passages.find(({ articleId }) => articleId === 'credit-and-waiver-authority')?.audience).toBe(
      'internal',
    );
  });

  it('marks a passage stale when it is old and likely to change', async () => {
    const [best] = await ask('what does restoring a suspended service cost');
    expect(best).toMatchObject({ articleId: 'suspension-and-restore', ageDays: 455, stale: true });
  });

  it('keeps to the limit, and finds nothing in nothing', async () => {
    expect(await ask('internet', { limit: 2 })).toHaveLength(2);
    expect(await ask('')).toEqual([]);
    expect(await ask('the of and')).toEqual([]);
    expect(await askIn(createLibrary({ articles: [], policy, clock }), 'late fee')).toEqual([]);
  });

  it('reads a message of any length', async () => {
    const passages = await ask(`my late fee is wrong ${'lorem ipsum '.repeat(400_000)}`);
    expect(passages.length).toBeLessThanOrEqual(5);
  });

  it('hands out the steps of an article in order', () => {
    expect(library.procedure('late-fees').map(({ phase }) => phase)).toEqual([
      'diagnose',
      'de-escalate',
      'resolve',
      'resolve',
      'document',
    ]);
    expect(library.procedure('no-such-article')).toEqual([]);
  });

  it('has a version that follows its articles and policy', () => {
    const version = (over = {}) =>
      createLibrary({ articles: [sampleArticle()], policy, clock, ...over }).version;
    expect(version()).toBe(version());
    expect(version({ articles: [sampleArticle({ version: 4 })] })).not.toBe(version());
    expect(version({ policy: { ...policy, passages: 3 } })).not.toBe(version());
  });

  it('survives words that are names of object members', async () => {
    const odd = createLibrary({
      articles: [sampleArticle({ facts: ['The constructor __proto__ toString works.'] })],
      policy,
      clock,
    });
    expect((await askIn(odd, '__proto__ constructor'))[0]?.text).toContain('constructor');
  });
});

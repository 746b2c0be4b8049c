import { describe, expect, it } from 'vitest';
import { buildIndex } from './build-index';
import { chunkArticle } from './chunk';
import { searchIndex } from './search';
import { askQuestions } from './testing/ask-questions';
import { ANSWERED } from './testing/questions';
import { readArticles, readKnowledgePolicy } from './testing/read-articles';

const index = buildIndex(readArticles(new Date('2026-11-20T12:00:00Z')).flatMap(chunkArticle), {
  synonyms: readKnowledgePolicy().synonyms,
});
const best = (text: string, over = {}) =>
  searchIndex(index, { text, intents: [], products: [], limit: 5, ...over })[0]?.chunk.articleId;

const share = (triaged: Parameters<typeof askQuestions>[2], within: number): number =>
  askQuestions(index, ANSWERED, triaged).filter((hits) =>
    hits.some(({ answers, rank }) => answers && rank <= within),
  ).length / ANSWERED.length;

describe('searchIndex', () => {
  it('finds the article that answers', () => {
    expect(share('silent', 1)).toBeGreaterThan(0.75);
    expect(share('silent', 5)).toBeGreaterThan(0.93);
  });

  it('finds it more often when triage is right, and no less often when it is wrong', () => {
    expect(share('right', 1)).toBeGreaterThan(0.85);
    expect(share('right', 5)).toBeGreaterThan(0.97);
    expect(share('wrong', 1)).toBeGreaterThan(share('silent', 1) - 0.03);
  });

  it.each([
    ['me cobraron dos veces la factura', 'duplicate-charge'],
    ['olvidé mi contraseña y no puedo iniciar sesión', 'sign-in-problems'],
    ['quiero devolver el router porque ya cancelé', 'return-rented-equipment'],
    ['mi lavadora no funciona', 'washer-and-dryer-repair'],
  ])('understands Spanish: %s', (text, article) => {
    expect(
      searchIndex(index, { text, intents: [], products: [], limit: 3 }).map(({ chunk }) => chunk.articleId),
    ).toContain(article);
  });

  it.each([
    ['refrigarator not coolling', 'refrigerator-repair'],
    ['voicemial setup', 'mobile-voicemail'],
  ])('forgives spelling: %s', (text, article) => {
    expect(best(text)).toBe(article);
  });

  it('lets a sure intent decide between equal words', () => {
    const text = 'i want to change it';
    expect(best(text, { intents: [{ id: 'account.change-plan', confidence: 0.9 }] })).toBe('change-plan');
    expect(best(text, { intents: [{ id: 'shipping.change-delivery-address', confidence: 0.9 }] })).toBe(
      'change-delivery-address',
    );
  });

  it('cites facts rather than steps', () => {
    const hits = searchIndex(index, { text: 'waive the late fee', intents: [], products: [], limit: 5 });
    expect(hits.every(({ chunk }) => chunk.kind === 'fact')).toBe(true);
  });
});

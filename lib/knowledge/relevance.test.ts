import { describe, expect, it } from 'vitest';
import { buildIndex } from './build-index';
import { chunkArticle } from './chunk';
import { RELEVANCE_MODEL, relevanceOf } from './relevance';
import { searchIndex } from './search';
import { askQuestions, calibrationError, type Judged } from './testing/ask-questions';
import { fitRelevance, logLoss } from './testing/fit-relevance';
import { ANSWERED, UNANSWERED } from './testing/questions';
import { HARD } from './testing/questions-hard';
import { BEYOND } from './testing/questions-unanswered';
import { readArticles, readKnowledgePolicy } from './testing/read-articles';

const policy = readKnowledgePolicy();
const index = buildIndex(readArticles(new Date('2026-11-20T12:00:00Z')).flatMap(chunkArticle), {
  synonyms: policy.synonyms,
});
const asked = (['silent', 'right', 'wrong'] as const).map((triaged) =>
  askQuestions(index, [...ANSWERED, ...HARD, ...UNANSWERED, ...BEYOND], triaged),
);
const FOLDS = 5;

/** Every hit with the relevance of a model that never saw its question. */
const crossFitted = (): Judged[] =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const inFold = (hits: Judged[][], wanted: boolean) =>
      hits.filter((_hits, at) => (at % FOLDS === fold) === wanted).flat();
    const model = fitRelevance(asked.flatMap((hits) => inFold(hits, false)));
    return asked
      .flatMap((hits) => inFold(hits, true))
      .map((hit) => ({ ...hit, relevance: relevanceOf(hit.evidence, model) }));
  }).flat();

const confidence = (
  text: string,
  intents: { id: 'general.product-question'; confidence: number }[] = [],
): number => searchIndex(index, { text, intents, products: [], limit: 1 })[0]?.relevance ?? 0;

describe('relevance', () => {
  it('is calibrated on questions the fit has not seen', () => {
    const judged = crossFitted();
    expect(calibrationError(judged)).toBeLessThan(0.03);
    expect(calibrationError(judged.filter(({ rank }) => rank === 1))).toBeLessThan(0.05);
  });

  it('ships with the constants that the fit gives', () => {
    const all = asked.flat(2);
    expect(logLoss(all, RELEVANCE_MODEL)).toBeLessThan(logLoss(all, fitRelevance(all)) + 0.02);
  });

  it.each([
    'can you run fiber to my houseboat',
    "what's the capital of France",
    'asdf qwer zxcv',
    'hello',
    '¿cuál es la capital de Perú?',
  ])('is low for %s', (text) => {
    expect(confidence(text)).toBeLessThan(policy.relevance_threshold);
    expect(confidence(text, [{ id: 'general.product-question', confidence: 0.5 }])).toBeLessThan(
      policy.relevance_threshold,
    );
  });

  it('stays under the threshold for nearly all that no article answers, and above it for nearly all that one does', () => {
    const overThreshold = (questions: typeof ANSWERED): number =>
      questions.filter(({ text, intent }) => {
        const [hit] = searchIndex(index, {
          text,
          intents: [{ id: intent, confidence: 0.5 }],
          products: [],
          limit: 1,
        });
        return (hit?.relevance ?? 0) >= policy.relevance_threshold;
      }).length / questions.length;
    expect(overThreshold(UNANSWERED)).toBeLessThan(0.1);
    expect(overThreshold(BEYOND)).toBeLessThan(0.2);
    expect(overThreshold(ANSWERED)).toBeGreaterThan(0.88);
    expect(overThreshold(HARD)).toBeGreaterThan(0.74);
  });
});

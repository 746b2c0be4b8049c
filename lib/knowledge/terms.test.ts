import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishFor, readsAsSpanish } from './spanish';
import { stem } from './stem';
import { termsOf, wordsOf } from './terms';
import { thesaurusOf } from './thesaurus';
import { buildVocabulary, editsBetween, similarTerms } from './vocabulary';

describe('stem', () => {
  it.each([
    ['cancellations', 'cancelled'],
    ['delivery', 'deliveries'],
    ['charged', 'charges'],
    ['relational', 'relate'],
    ['hopping', 'hop'],
  ])('%s and %s are one term', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it.each([
    ['channel', 'charge'],
    ['bill', 'box'],
    ['lf400', 'lf600'],
  ])('%s and %s are two', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });
});

describe('termsOf', () => {
  it('drops small words and joins short hyphenated ones', () => {
    expect(termsOf("I can't get the Wi-Fi on my LF-400")).toEqual(['wifi', 'lf400']);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => termsOf(text).every((term) => term.length > 0)),
    );
  });
});

describe('Spanish', () => {
  it('is told from English by its small words', () => {
    expect(readsAsSpanish(wordsOf('no tengo internet en mi casa'))).toBe(true);
    expect(readsAsSpanish(wordsOf('the red light is on'))).toBe(false);
    expect(readsAsSpanish([])).toBe(false);
  });

  it('maps words in any form', () => {
    for (const word of ['factura', 'facturas']) expect(englishFor(word)).toContain('bill');
    expect(englishFor('cobraron')).toContain('charge');
    expect(englishFor('larkspur')).toBeUndefined();
  });
});

describe('thesaurusOf', () => {
  it('links every phrase of a group to the others, by term', () => {
    const thesaurus = thesaurusOf([['gateway', 'set top hub', 'routers', 'home hub']]);
    expect(thesaurus.get('gatewai')).toEqual(expect.arrayContaining(['router', 'home hub']));
  });
});

describe('similarTerms', () => {
  const words = ['gateway', 'refund', 'track', 'light', 'voicemail'];
  const vocabulary = buildVocabulary(new Map(words.map((word, id) => [word, id])));
  const meant = (word: string) => similarTerms(vocabulary, word, 0.77).map(({ term }) => words[term]);

  it.each([
    ['gatway', 'gateway'],
    ['refnud', 'refund'],
    ['voicemial', 'voicemail'],
  ])('%s was meant to be %s', (typed, word) => {
    expect(meant(typed)).toEqual([word]);
  });

  it.each(['truck', 'flight', 'cat', 'houseboat'])('%s is a word of its own', (word) => {
    expect(meant(word)).toEqual([]);
  });

  it('counts edits both ways alike', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(
        letters,
        letters,
        (a, b) =>
          editsBetween(a, b, 9) === editsBetween(b, a, 9) && (editsBetween(a, b, 9) === 0) === (a === b),
      ),
    );
  });
});

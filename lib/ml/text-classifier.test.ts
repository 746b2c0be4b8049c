import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TRAINING, type Example, trainClassifier } from './text-classifier';
import { wordsOf } from './text-features';
import { trainTwoLevels } from './two-level-classifier';
import { packTwoLevels, unpackTwoLevels } from './two-level-file';

const SAID: Record<string, string[]> = {
  'fruit.apple': [
    'a red apple',
    'apples from the orchard',
    'green apple pie',
    'the apple fell',
    'apple juice please',
    'sour apples',
  ],
  'fruit.pear': [
    'a ripe pear',
    'pears in syrup',
    'the pear tree',
    'pear and cheese',
    'soft pears',
    'one pear please',
  ],
  'tool.hammer': [
    'a heavy hammer',
    'hammers and nails',
    'hammer it in',
    'the claw hammer',
    'swing the hammer',
    'rubber hammer',
  ],
  'tool.saw': [
    'a sharp saw',
    'saw the plank',
    'saws for wood',
    'the hand saw',
    'circular saw blade',
    'saw through it',
  ],
};
const EXAMPLES: Example[] = Object.entries(SAID).flatMap(([label, texts]) =>
  texts.map((text) => ({ text, label })),
);
const group = (label: string): string => label.split('.')[0] ?? label;
const flat = trainClassifier(EXAMPLES);
const two = trainTwoLevels(EXAMPLES, group, DEFAULT_TRAINING);

describe('text classifier', () => {
  it('tells apart texts it has not seen', () => {
    expect(flat.rank('the orchard is full of apples')[0]?.label).toBe('fruit.apple');
    expect(two.rank('where is my claw hammer')[0]?.label).toBe('tool.hammer');
  });

  it('gives the same model for the same examples', () => {
    const again = trainTwoLevels(EXAMPLES, group, DEFAULT_TRAINING);
    expect(packTwoLevels(again, 'k').equals(packTwoLevels(two, 'k'))).toBe(true);
  });

  it('needs at least two labels', () => {
    expect(() => trainClassifier([{ text: 'a', label: 'only' }])).toThrow(RangeError);
    expect(() => trainTwoLevels(EXAMPLES.slice(0, 12), group, DEFAULT_TRAINING)).toThrow(RangeError);
  });

  it('answers any text with probabilities that sum to one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const model of [flat, two]) {
          const p = model.probabilities(text);
          expect(p.every((share) => share >= 0 && share <= 1)).toBe(true);
          expect(p.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('is surer with more evidence', () => {
    const vague = two.rank('please')[0]?.confidence ?? 1;
    const clear = two.rank('an apple, red apples, apple juice')[0]?.confidence ?? 0;
    expect(clear).toBeGreaterThan(vague);
  });
});

describe('a packed model', () => {
  const bytes = packTwoLevels(two, 'key');

  it('answers as the one that was packed', () => {
    const read = unpackTwoLevels(bytes, 'key', DEFAULT_TRAINING.vectoriser);
    expect(read?.rank('saw the apple tree')).toEqual(two.rank('saw the apple tree'));
  });

  it('is refused under another key, cut short or broken', () => {
    const { vectoriser } = DEFAULT_TRAINING;
    expect(unpackTwoLevels(bytes, 'other', vectoriser)).toBeNull();
    expect(unpackTwoLevels(bytes.subarray(0, bytes.length - 8), 'key', vectoriser)).toBeNull();
    expect(unpackTwoLevels(Buffer.from('nonsense bytes'), 'key', vectoriser)).toBeNull();
  });
});

describe('words of a text', () => {
  it('reads figures by kind, drops accents and links', () => {
    expect(wordsOf('Señal 12 de 2026118204 en https://example.com/a?b')).toEqual([
      'senal',
      '0',
      'de',
      '00000',
      'en',
      'link',
    ]);
  });
});

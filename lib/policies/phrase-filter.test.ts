import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compilePhrases } from './phrases';

const PHRASES = ['a b', 'b ** c', '(a|c) * d', 'ab*', 'a b? c', '= d d', '# a', '(a b|b a) ** (c|d)'];
const WORDS = ['a', 'b', 'c', 'd', 'ab', 'abc', '7', 'x', '.', '!', '\n\n'];

const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(' '));

it('hides no match: all phrases together find what each finds alone', () => {
  const together = compilePhrases(PHRASES);
  const alone = PHRASES.map((phrase) => compilePhrases([phrase]));
  const order = (a: { start: number; end: number; phrase: string }, b: typeof a): number =>
    a.start - b.start || a.end - b.end || a.phrase.localeCompare(b.phrase);
  fc.assert(
    fc.property(text, (said) => {
      expect(together.find(said).sort(order)).toEqual(alone.flatMap((set) => set.find(said)).sort(order));
    }),
    { numRuns: 500 },
  );
});

it('stays right when more words come by than it remembers', () => {
  const set = compilePhrases(['open ** door', 'thing*']);
  const many = Array.from({ length: 30_000 }, (_, i) => `thing${i}`).join(' ');
  expect(set.find(many)).toHaveLength(30_000);
  expect(set.find('open the thing15 door').map(({ phrase }) => phrase)).toEqual(['open ** door', 'thing*']);
});

it('lets a stretch reach to the end of a sentence and no further', () => {
  const set = compilePhrases(['open ** door']);
  expect(set.find(`open ${'very '.repeat(40)}old door`)).toHaveLength(1);
  expect(set.find('open it. The door is old')).toEqual([]);
  expect(() => compilePhrases(['** door'])).toThrow('begins with a gap');
  expect(() => compilePhrases(['open **'])).toThrow('ends with a gap');
});

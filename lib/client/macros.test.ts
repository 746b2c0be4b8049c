import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMacros, insertBetween, macroQueryAt } from './macros';

describe('macroQueryAt', () => {
  it.each([
    ['/', 1, { start: 0, query: '' }],
    ['Hello /gre', 10, { start: 6, query: 'gre' }],
    ['a\n/x', 4, { start: 2, query: 'x' }],
    ['Hello /gre and more', 10, { start: 6, query: 'gre' }],
  ])('%j at %i', (text, cursor, found) => expect(macroQueryAt(text, cursor)).toEqual(found));

  it.each([
    ['and/or', 6],
    ['https://x', 9],
    ['/one two', 8],
    ['plain', 5],
  ])('%j at %i is no macro', (text, cursor) => expect(macroQueryAt(text, cursor)).toBeNull());
});

it('finds macros by name, beginnings first', () => {
  const macros = ['Late greeting', 'Greeting', 'Goodbye'].map((title) => ({ id: title, title }));
  expect(findMacros(macros, 'gre').map(({ title }) => title)).toEqual(['Greeting', 'Late greeting']);
});

describe('insertBetween', () => {
  it('puts a macro at the cursor without replacing text', () => {
    expect(insertBetween('Hi /gr there', 3, 6, 'good morning')).toEqual({
      text: 'Hi good morning there',
      cursor: 15,
    });
    expect(insertBetween('Hi', 2, 2, 'there')).toEqual({ text: 'Hi there', cursor: 8 });
    expect(insertBetween('', 0, 0, 'Hello')).toEqual({ text: 'Hello', cursor: 5 });
  });

  it('keeps everything outside of the range', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, words, after) => {
        const { text, cursor } = insertBetween(before + after, before.length, before.length, words);
        expect(text.startsWith(before)).toBe(true);
        expect(text.endsWith(after)).toBe(true);
        expect(text.includes(words)).toBe(true);
        expect(cursor).toBe(text.length - after.length);
      }),
    );
  });
});

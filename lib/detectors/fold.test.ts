import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldMarks } from './fold';

test('digits and marks of other scripts become plain ones in place', () => {
  expect(foldMarks('٤٢ – １２３ ’ @')).toBe("42 - 123 ' @");
});

test('offsets are kept for any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldMarks(text).length === text.length));
});

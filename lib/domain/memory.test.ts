import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryKeyOf, memoryKeySchema, memoryLabel } from './memory';

describe('a key made of what a person types', () => {
  it.each([
    ['Gate code', 'gate-code'],
    ['  Gate   code! ', 'gate-code'],
    ['Café hours', 'cafe-hours'],
    ['2nd phone', 'nd-phone'],
    ['电话', ''],
    ['- -', ''],
  ])('%j is %j', (typed, key) => {
    expect(memoryKeyOf(typed)).toBe(key);
  });

  it('is a key or too short to be one, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => {
        const key = memoryKeyOf(typed);
        expect(key.length < 2 || memoryKeySchema.safeParse(key).success).toBe(true);
        expect(memoryKeyOf(key)).toBe(key);
      }),
    );
  });

  it('reads as words again', () => {
    expect(memoryLabel('gate-code')).toBe('Gate code');
  });
});

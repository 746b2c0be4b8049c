import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdOrder } from './hold-order';

const row = (id: string, value = 0) => ({ id, value });
const rows = (ids: string) => [...ids].map((id) => row(id));
const shownIds = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

describe('holdOrder', () => {
  it('shows the latest order when released', () => {
    expect(holdOrder(rows('abc'), rows('xcab'), false)).toEqual({ rows: rows('xcab'), fresh: 0 });
  });

  it('keeps places, takes values, counts newcomers and keeps those that left', () => {
    const shown = rows('abc');
    const held = holdOrder(shown, [row('x'), row('c', 5), row('a')], true);
    expect(shownIds(held.rows)).toBe('abc');
    expect(held.rows[2]).toEqual(row('c', 5));
    expect(held.fresh).toBe(1);
  });

  it('lets the next page in below', () => {
    const held = holdOrder(rows('abc'), rows('xabcde'), true);
    expect(shownIds(held.rows)).toBe('abcde');
    expect(held.fresh).toBe(1);
  });

  it('is the same list when nothing changed', () => {
    const shown = rows('abc');
    expect(holdOrder(shown, [row('n'), ...shown], true).rows).toBe(shown);
  });

  it('never moves a shown row, whatever arrives', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 });
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const held = holdOrder(rows(before.join('')), rows(after.join('')), true);
        expect(shownIds(held.rows).startsWith(before.join(''))).toBe(true);
      }),
    );
  });
});

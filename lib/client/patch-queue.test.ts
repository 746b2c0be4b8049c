import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchQueue, type QueueData } from './patch-queue';
import { belongs, compareRows } from './queue-order';
import { rowOf } from './testing-rows';

const due = (minute: number): string => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;
const row = (id: string, minute: number) => rowOf(id, { dueAt: due(minute) });
const data = (more: boolean): QueueData => ({
  pages: [
    { rows: [row('a', 1), row('b', 3)], next: 'x' },
    { rows: [row('c', 5), row('d', 7)], next: more ? 'y' : null },
  ],
  pageParams: ['', 'x'],
});
const ids = (queue: QueueData): string[][] => queue.pages.map((page) => page.rows.map(({ id }) => id));

describe('patchQueue', () => {
  it('moves a row to where it now breaches', () => {
    expect(ids(patchQueue(data(false), row('d', 2), true))).toEqual([['a', 'd', 'b'], ['c']]);
  });

  it('adds at the end only when nothing more is to come', () => {
    expect(ids(patchQueue(data(false), row('e', 9), true))).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
    expect(ids(patchQueue(data(true), row('e', 9), true))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('takes out what no longer belongs, and changes nothing else', () => {
    expect(ids(patchQueue(data(false), row('c', 5), false))).toEqual([['a', 'b'], ['d']]);
    const before = data(false);
    expect(patchQueue(before, row('e', 5), false)).toBe(before);
  });

  it('keeps any sequence of changes sorted and without doubles', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      minute: fc.integer({ min: 0, max: 59 }),
      stays: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const after = changes.reduce(
          (queue, { id, minute, stays }) => patchQueue(queue, row(id, minute), stays),
          data(false),
        );
        const rows = after.pages.flatMap((page) => page.rows);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        expect(rows).toEqual(rows.toSorted(compareRows));
      }),
    );
  });
});

describe('the order and the views', () => {
  it('puts those who wait for nothing last, and closed ones by their last turn', () => {
    const open = [rowOf('idle'), row('late', 9), row('early', 1)];
    expect(open.toSorted(compareRows).map(({ id }) => id)).toEqual(['early', 'late', 'idle']);
    const closed = [1, 3, 2].map((minute) =>
      rowOf(`m${minute}`, { state: 'closed', lastTurnAt: due(minute) }),
    );
    expect(closed.toSorted(compareRows).map(({ id }) => id)).toEqual(['m3', 'm2', 'm1']);
  });

  it('knows which view a row is in', () => {
    const mine = rowOf('a', { assigneeId: 'me', channel: 'sms', urgency: 'high' });
    const filters = [{ view: 'mine' }, { view: 'waiting' }, { view: 'open' }, { view: 'closed' }] as const;
    expect(filters.map((filter) => belongs(mine, filter, 'me'))).toEqual([true, false, true, false]);
    expect(filters.map((filter) => belongs({ ...mine, state: 'closed' }, filter, 'me'))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(belongs({ ...mine, assigneeId: null }, { view: 'waiting' }, 'me')).toBe(true);
    expect(belongs(mine, { view: 'mine' }, 'someone')).toBe(false);
    expect(belongs(mine, { view: 'open', channel: 'chat' }, 'me')).toBe(false);
    expect(belongs(mine, { view: 'open', urgency: 'low' }, 'me')).toBe(false);
  });
});

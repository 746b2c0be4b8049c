import { describe, expect, it } from 'vitest';
import { detailsMissing } from './details';
import type { Said } from './sentences';

const customer = (text: string): Said => ({ role: 'customer', text, at: 0 });

describe('details that a note leaves out', () => {
  it('come with the words that belong to them, once, and only when the note lacks them', () => {
    const said = [
      customer('my order ORD-73015524 was due by March 3'),
      customer('it is the LM-10, order ORD-73015524, and i waited 14 days'),
    ];
    expect(detailsMissing(said, 'customer', 'about the LM-10', 8)).toEqual([
      'order ORD-73015524',
      'by March 3',
      '14 days',
    ]);
    expect(detailsMissing(said, 'customer', '', 1)).toEqual(['order ORD-73015524']);
    expect(detailsMissing(said, 'rep', '', 8)).toEqual([]);
  });

  it('are never numbers of cards or persons', () => {
    expect(
      detailsMissing([customer('my card is 4111 1111 1111 1111 and my ssn 536-22-8145')], 'customer', '', 8),
    ).toEqual([]);
  });

  it('are not the names of colleagues who are thanked', () => {
    expect(detailsMissing([customer('ok thanks Nina, we live in Fenwick')], 'customer', '', 8)).toEqual([
      'in Fenwick',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { indexTexts, searchTexts } from './search-texts';

const index = indexTexts([
  { id: 'tea', title: 'Brewing tea', text: 'Boil water.\n\nPour it over the leaves and wait four minutes.' },
  { id: 'coffee', title: 'Brewing coffee', text: 'Grind the beans.\nPour boiling water over them.' },
  { id: 'empty', title: '', text: '' },
]);

describe('searchTexts', () => {
  it('ranks plain documents', () => {
    expect(searchTexts(index, 'how long do the leaves take', 5)[0]?.id).toBe('tea');
    expect(searchTexts(index, 'grinding coffee', 1).map(({ id }) => id)).toEqual(['coffee']);
  });

  it('finds what is said in other forms', () => {
    expect(searchTexts(index, 'tea brewed', 2)[0]?.id).toBe('tea');
  });

  it('finds nothing for what no document says', () => {
    expect(searchTexts(index, 'submarine', 5)).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { readSeedFiles } from '@/prisma/seed/files/seed-files';
import { STOCK } from '@/prisma/seed/stock';
import { stockedItem } from './stocked-item';

it.each([
  ['LM-10 mesh point', 'LM-10 mesh point', 1],
  ['LM-10 mesh point x2', 'LM-10 mesh point', 2],
  ['LM-10 mesh point x12, express delivery', 'LM-10 mesh point', 12],
  ['LM-10 mesh point, express delivery', 'LM-10 mesh point', 1],
  ['Network cable, 10 m', 'Network cable, 10 m', 1],
  ['LM-10 mesh point x0', 'LM-10 mesh point x0', 1],
])('%s is %s, %i of them', (ordered, item, units) => {
  expect(stockedItem(ordered)).toEqual({ item, units });
});

it('the warehouse keeps whatever anybody of the demo ordered', async () => {
  const { customers } = await readSeedFiles();
  const kept = STOCK.map(({ item }) => item);
  for (const { orders } of Object.values(customers))
    for (const { item } of orders) expect(kept).toContain(stockedItem(item).item);
});

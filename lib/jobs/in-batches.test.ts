import { expect, test } from 'vitest';
import { inBatches } from './in-batches';

test('what comes while a batch is under way goes out together, in order', async () => {
  const batches: number[][] = [];
  const add = inBatches(async (items: number[]) => {
    batches.push(items);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  const first = add(1);
  await Promise.resolve();
  await Promise.resolve();
  await Promise.all([first, add(2), add(3)]);
  await add(4);
  expect(batches).toEqual([[1], [2, 3], [4]]);
});

test('a batch that fails is heard of by those in it, and the next one goes out', async () => {
  const add = inBatches(async (items: number[]) => {
    if (items.includes(1)) throw new Error('lost');
  });
  await expect(add(1)).rejects.toThrow('lost');
  await expect(add(2)).resolves.toBeUndefined();
});

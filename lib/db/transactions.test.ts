import { afterAll, expect, test } from 'vitest';
import { createDatabase } from './client';
import { testDatabase } from './testing';

const { url } = await testDatabase();
const narrow = createDatabase(url, { max: 1 });
afterAll(() => narrow.close());

test('a transaction waits for a connection that others hold for seconds, rather than fail', async () => {
  const slow = narrow.prisma.$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(2.5)::text`);
  const waiting = narrow.prisma.$transaction((tx) => tx.team.count());
  await slow;
  expect(await waiting).toBe(0);
});

test('a transaction may last as long as the locks it waits for', async () => {
  const wide = createDatabase(url, { max: 2 });
  afterAll(() => wide.close());
  await wide.prisma.team.create({ data: { id: 'tea_1', name: 'Care' } });
  const holding = wide.prisma.$transaction(async (tx) => {
    await tx.team.update({ where: { id: 'tea_1' }, data: { name: 'Held' } });
    await tx.$queryRaw`SELECT pg_sleep(5.5)::text`;
  });
  const waiting = wide.prisma.$transaction(async (tx) => {
    await tx.team.update({ where: { id: 'tea_1' }, data: { name: 'Waited' } });
    return tx.team.findUnique({ where: { id: 'tea_1' } });
  });
  await holding;
  expect(await waiting).toMatchObject({ name: 'Waited' });
});

import { expect, it } from 'vitest';
import { hashOf } from '../core/hash';
import { audit } from './audit';
import { testDatabase } from './testing';

const { prisma } = await testDatabase();

const decide = (n: number) =>
  prisma.$transaction((tx) =>
    audit(tx, {
      actor: { kind: 'service', id: `apk_${n}`, name: 'intake', scopes: [] },
      action: 'test',
      resource: `cnv_${n}`,
      detail: { n },
      at: new Date(n * 1000),
    }),
  );

it('is one chain, however many decide at once: each entry covers itself and the one before', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, n) => decide(n)));
  const entries = await prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } });
  expect(entries).toHaveLength(30);
  let before = '';
  for (const { hash, ...row } of entries) {
    expect(row.prevHash).toBe(before);
    expect(hash).toBe(hashOf({ ...row, seq: String(row.seq), at: row.at.toISOString() }));
    before = hash;
  }
  expect(await prisma.installation.findUniqueOrThrow({ where: { key: 'audit' } })).toMatchObject({
    value: { seq: String(entries.at(-1)?.seq), hash: before },
  });
});

it('has no entry for a decision that was rolled back', async () => {
  const count = await prisma.auditEntry.count();
  await expect(
    prisma.$transaction(async (tx) => {
      await audit(tx, {
        actor: { kind: 'customer', conversationId: 'cnv_1' },
        action: 'test',
        resource: 'x',
        detail: {},
        at: new Date(),
      });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await prisma.auditEntry.count()).toBe(count);
});

import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from './audit';
import { checkChain } from './audit-chain';
import { hashOfUnnumbered } from './audit-entry';
import { createDatabase } from './client';
import { Prisma } from './generated/client';
import { testDatabase } from './testing';

const { prisma, url } = await testDatabase();
const other = createDatabase(url, { max: 5 });
afterAll(() => other.close());

const decide = (n: number, db = prisma) =>
  db.$transaction((tx) =>
    audit(tx, {
      actor: { kind: 'service', id: `apk_${n}`, name: 'intake', scopes: [] },
      action: `test.${n}`,
      resource: `cnv_${n}`,
      detail: { n, share: 0.1, said: 'naïve “quotes” 🙂', list: [{ b: 1, a: null }] },
      at: new Date(Date.UTC(2026, 10, 21, 9, 0, n, 7)),
    }),
  );

/** The chain in batches of three, so that ten entries are four of them. */
const checked = () => checkChain(prisma, { batch: 3 });
const entries = () => prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } });
const nth = async (n: number) => {
  const entry = (await entries())[n - 1];
  if (!entry) throw new Error(`there is no entry ${n}`);
  return entry;
};
const change = (n: number, set: Prisma.Sql) =>
  nth(n).then(({ seq }) => prisma.$executeRaw`UPDATE audit_entry SET ${set} WHERE seq = ${seq}`);
const remove = async (...places: number[]) => {
  const seqs = await Promise.all(places.map(async (n) => (await nth(n)).seq));
  await prisma.auditEntry.deleteMany({ where: { seq: { in: seqs } } });
};
const forgetEnd = () => prisma.installation.deleteMany({ where: { key: 'audit' } });

beforeEach(async () => {
  await prisma.auditEntry.deleteMany();
  await forgetEnd();
});

const tenEntries = async () => {
  for (let n = 1; n <= 10; n += 1) await decide(n);
};

describe('a chain that nobody touched', () => {
  it('is whole when it is empty', async () => {
    expect(await checked()).toEqual({ is: 'whole', entries: 0, last: null, endKnown: true });
  });

  it('is whole from the first entry to the newest', async () => {
    await tenEntries();
    const { seq, hash } = await nth(10);
    expect(await checked()).toMatchObject({
      is: 'whole',
      entries: 10,
      last: { seq, hash, action: 'test.10' },
      endKnown: true,
    });
  });

  it('is one chain, where two processes add to it at once and some change their mind', async () => {
    const changesMind = () =>
      prisma
        .$transaction(async (tx) => {
          await audit(tx, {
            actor: { kind: 'customer', conversationId: 'cnv_1' },
            action: 'test.never',
            resource: 'x',
            detail: {},
            at: new Date(),
          });
          throw new Error('changed my mind');
        })
        .catch(() => undefined);
    const works = Array.from({ length: 20 }, (_, n) => [
      decide(n),
      decide(n + 20, other.prisma),
      changesMind(),
    ]);
    await Promise.all(works.flat());
    expect(await checked()).toMatchObject({ is: 'whole', entries: 40 });
  });

  it('is whole where its first entries were written by an older version', async () => {
    let prevHash = '';
    for (let n = 1; n <= 3; n += 1) {
      const entry = {
        at: new Date(n * 1000),
        actorKind: 'user',
        actorId: 'usr_1',
        action: `old.${n}`,
        resource: 'x',
        detail: { n },
        prevHash,
      };
      prevHash = hashOfUnnumbered(entry);
      await prisma.auditEntry.create({ data: { ...entry, hash: prevHash } });
    }
    expect(await checked()).toMatchObject({ is: 'whole', entries: 3, endKnown: false });
    await decide(4);
    expect(await checked()).toMatchObject({ is: 'whole', entries: 4, endKnown: true });
  });
});

describe('one changed byte', () => {
  it.each<[string, Prisma.Sql, string]>([
    ['seq', Prisma.sql`seq = -seq`, 'not-next'],
    ['at', Prisma.sql`at = at + interval '1 millisecond'`, 'changed'],
    ['actor_kind', Prisma.sql`actor_kind = 'servicf'`, 'changed'],
    ['actor_id', Prisma.sql`actor_id = actor_id || '0'`, 'changed'],
    ['action', Prisma.sql`action = upper(action)`, 'changed'],
    ['resource', Prisma.sql`resource = ''`, 'changed'],
    ['detail', Prisma.sql`detail = jsonb_set(detail, '{share}', '0.2')`, 'changed'],
    ['prev_hash', Prisma.sql`prev_hash = overlay(prev_hash placing 'x' from 1)`, 'not-next'],
    ['hash', Prisma.sql`hash = overlay(hash placing 'x' from 64)`, 'changed'],
  ])('of %s names the entry', async (_column, set, because) => {
    await tenEntries();
    await change(5, set);
    const { seq, action, at } = await prisma.auditEntry.findFirstOrThrow({
      where: { actorId: { startsWith: 'apk_5' } },
    });
    const chain = await checked();
    expect(chain).toMatchObject({ is: 'broken', at: { seq, action, at }, because });
    expect(chain.entries).toBe(seq < 0n ? 0 : 4);
  });

  it('of a number names the entry, in the one place where its order stays', async () => {
    await tenEntries();
    await change(1, Prisma.sql`seq = seq - 1`);
    expect(await checked()).toMatchObject({
      is: 'broken',
      entries: 0,
      because: 'changed',
      at: { action: 'test.1' },
    });
  });

  it('of the newest entry, hashed anew, is not what is on record', async () => {
    await tenEntries();
    const { hash: _old, ...newest } = await nth(10);
    const forged = { ...newest, actorId: 'apk_other' };
    await prisma.auditEntry.update({
      where: { seq: newest.seq },
      data: { actorId: forged.actorId, hash: hashOfUnnumbered(forged) },
    });
    expect(await checked()).toMatchObject({
      is: 'broken',
      entries: 9,
      because: 'not-on-record',
      at: { action: 'test.10' },
    });
  });
});

describe('an entry that is missing', () => {
  it('in the middle is named by the one after it', async () => {
    await tenEntries();
    const after = await nth(6);
    await remove(5);
    expect(await checked()).toMatchObject({
      is: 'broken',
      entries: 4,
      because: 'not-next',
      at: { seq: after.seq, action: 'test.6' },
    });
  });

  it('at the start too', async () => {
    await tenEntries();
    await remove(1);
    expect(await checked()).toMatchObject({
      is: 'broken',
      entries: 0,
      because: 'not-next',
      at: { action: 'test.2' },
    });
  });

  it('at the end is a cut tail, however much of it', async () => {
    await tenEntries();
    const { seq, hash } = await nth(10);
    await remove(10);
    expect(await checked()).toMatchObject({
      is: 'cut',
      entries: 9,
      last: { action: 'test.9' },
      end: { seq, hash },
    });
    await prisma.auditEntry.deleteMany();
    expect(await checked()).toMatchObject({ is: 'cut', entries: 0, last: null, end: { seq, hash } });
  });

  it('at the end is still missed when the chain has gone on', async () => {
    await tenEntries();
    await remove(9, 10);
    await decide(11);
    expect(await checked()).toMatchObject({
      is: 'broken',
      entries: 8,
      because: 'not-next',
      at: { action: 'test.11' },
    });
  });

  it('at the end with the record of the end is missed as well', async () => {
    await tenEntries();
    await remove(10);
    await forgetEnd();
    expect(await checked()).toMatchObject({ is: 'cut', entries: 9, end: null });
  });
});

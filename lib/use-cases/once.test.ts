import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import { forgetAnswers } from '@/lib/db/idempotency';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import { once } from './once';
import { testDesk } from './testing/desk';
import { outcomes, refusal } from './testing/refusal';

const desk = await testDesk();
const { prisma, clock } = desk;
const deps = { db: prisma, clock };
let keys = 0;
const newKey = () => ({ scope: 'apk_one', key: `key-${keys++}-of-this-test`, hash: 'a'.repeat(64) });

/** An effect that can be counted: a line on a customer's bill. */
const effectOn = async () => {
  const { customer } = await makeCustomer(prisma);
  let calls = 0;
  return {
    calls: () => calls,
    count: () => prisma.billLine.count({ where: { customerId: customer.id } }),
    work: async (tx: Parameters<Parameters<typeof once>[3]>[0]) => {
      calls += 1;
      const id = `bln_${customer.id}_${calls}`;
      await tx.billLine.create({
        data: { id, customerId: customer.id, label: 'x', amountMinor: 1, on: new Date() },
      });
      return { id };
    },
  };
};

describe('doing something once for a key', () => {
  it('has one effect and equal answers, however many ask at once', async () => {
    const [key, effect] = [newKey(), await effectOn()];
    const answers = await Promise.all(Array.from({ length: 100 }, () => once(deps, key, 201, effect.work)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect([effect.calls(), await effect.count()]).toEqual([1, 1]);
  });

  it('refuses the key with another request, and leaves the first answer as it is', async () => {
    const [key, effect] = [newKey(), await effectOn()];
    const first = await once(deps, key, 201, effect.work);
    expect(await refusal(once(deps, { ...key, hash: 'b'.repeat(64) }, 201, effect.work))).toMatchObject({
      code: 'unprocessable',
      problems: [{ path: 'header.Idempotency-Key' }],
    });
    expect(await once(deps, key, 201, effect.work)).toEqual(first);
    expect(await effect.count()).toBe(1);
  });

  it('of two requests under one key at once does one, and refuses the other', async () => {
    const [key, effect] = [newKey(), await effectOn()];
    const hashes = ['a', 'b'].map((letter) => letter.repeat(64));
    expect(await outcomes(hashes.map((hash) => once(deps, { ...key, hash }, 201, effect.work)))).toEqual({
      done: 1,
      refused: ['unprocessable'],
    });
    expect(await effect.count()).toBe(1);
  });

  it('keeps the keys of two callers apart', async () => {
    const [key, effect] = [newKey(), await effectOn()];
    await once(deps, key, 201, effect.work);
    await once(deps, { ...key, scope: 'apk_two' }, 201, effect.work);
    expect(await effect.count()).toBe(2);
  });

  it('leaves neither effect nor answer of work that fails, so that it can be tried again', async () => {
    const [key, effect] = [newKey(), await effectOn()];
    const failing = async (tx: Parameters<typeof effect.work>[0]) => {
      await effect.work(tx);
      throw new Error('the process is gone');
    };
    await expect(once(deps, key, 201, failing)).rejects.toThrow('the process is gone');
    expect(await effect.count()).toBe(0);
    expect(await prisma.idempotencyKey.count({ where: { key: key.key } })).toBe(0);
    await once(deps, key, 201, effect.work);
    expect(await effect.count()).toBe(1);
  });

  it('forgets a key after a day, swept or not', async () => {
    const [key, effect] = [newKey(), await effectOn()];
    const at = (now: Date) => ({ db: prisma, clock: { now: () => now } });
    const begin = clock.now();
    await once(at(begin), key, 201, effect.work);
    await once(at(new Date(begin.getTime() + DAY - 1)), key, 201, effect.work);
    expect(await effect.count()).toBe(1);
    await once(at(new Date(begin.getTime() + DAY)), { ...key, hash: 'c'.repeat(64) }, 201, effect.work);
    expect(await effect.count()).toBe(2);
    await forgetAnswers(prisma, new Date(begin.getTime() + 2 * DAY - 1));
    expect(await prisma.idempotencyKey.count({ where: { key: key.key } })).toBe(1);
    await forgetAnswers(prisma, new Date(begin.getTime() + 2 * DAY));
    expect(await prisma.idempotencyKey.count({ where: { key: key.key } })).toBe(0);
  });
});

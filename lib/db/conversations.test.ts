import { beforeAll, describe, expect, it } from 'vitest';
import { makeConversation } from '@/prisma/seed/builders/conversation';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import type { QueueView } from '../contracts/conversations';
import { findConversation, listConversations, type Scope } from './conversations';
import { testDatabase } from './testing';

const { prisma } = await testDatabase();
const now = new Date('2027-03-10T18:00:00Z');
const care: Scope = { of: 'team', teamId: 'care', userId: 'usr_rep' };
const everyone: Scope = { of: 'everyone' };

/** Twenty-four conversations: every fourth closed, every third nobody waits in, some due at the same moment. */
beforeAll(async () => {
  const { customer } = await makeCustomer(prisma, { now });
  for (let n = 0; n < 24; n++)
    await makeConversation(prisma, {
      customerId: customer.id,
      now: new Date(now.getTime() + Math.floor(n / 2) * 60_000),
      state: n % 4 === 0 ? 'closed' : 'open',
      queueId: n % 5 === 0 ? 'enterprise-desk' : 'general',
      assigneeId: n % 6 === 1 ? 'usr_rep' : null,
      dueAt: n % 3 === 0 ? null : new Date(now.getTime() + Math.floor(n / 4) * 1000),
      channel: n % 2 ? 'chat' : 'email',
    });
});

const pages = async (scope: Scope, view: QueueView, limit: number): Promise<string[]> => {
  const seen: string[] = [];
  let after: { key: Date; id: string } | undefined;
  for (;;) {
    const rows = await listConversations(prisma, scope, 'usr_rep', { view, limit, after });
    const last = rows.at(-1);
    if (!last) return seen;
    seen.push(...rows.map(({ row }) => row.id));
    after = { key: last.key, id: last.row.id };
  }
};

describe('the queue', () => {
  it.each(['open', 'waiting', 'mine', 'closed'] as const)(
    '%s gives every row once and in the same order, whatever a page holds',
    async (view) => {
      const whole = await pages(everyone, view, 100);
      expect(whole.length).toBeGreaterThan(2);
      expect(new Set(whole).size).toBe(whole.length);
      for (const limit of [1, 2, 5]) expect(await pages(everyone, view, limit)).toEqual(whole);
    },
  );

  it('has what breaches first on top and what nobody waits in at the end', async () => {
    const rows = await listConversations(prisma, everyone, 'usr_rep', { view: 'open', limit: 100 });
    const due = rows.map(({ row }) => (row.dueAt ? Date.parse(row.dueAt) : Number.POSITIVE_INFINITY));
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    expect(due.at(-1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('shows what a view is for', async () => {
    const rows = async (view: QueueView) =>
      (await listConversations(prisma, everyone, 'usr_rep', { view, limit: 100 })).map(({ row }) => row);
    expect((await rows('closed')).every(({ state }) => state === 'closed')).toBe(true);
    expect((await rows('mine')).every(({ assigneeId }) => assigneeId === 'usr_rep')).toBe(true);
    expect(
      (await rows('waiting')).every(({ assigneeId, state }) => assigneeId === null && state === 'open'),
    ).toBe(true);
    const chats = await listConversations(prisma, everyone, 'usr_rep', {
      view: 'open',
      channel: 'chat',
      limit: 100,
    });
    expect(chats.length).toBeGreaterThan(0);
    expect(chats.every(({ row }) => row.channel === 'chat')).toBe(true);
  });
});

describe('scope', () => {
  it('is the queues of one’s team and what is in one’s own hands', async () => {
    const rows = await prisma.conversation.findMany();
    for (const { id, queueId, assigneeId } of rows) {
      const seen = (await findConversation(prisma, care, id)) !== null;
      expect(seen, id).toBe(queueId === 'general' || assigneeId === 'usr_rep');
    }
    const listed = await pages(care, 'open', 7);
    expect(listed).toHaveLength(
      rows.filter(
        ({ state, queueId, assigneeId }) =>
          state === 'open' && (queueId === 'general' || assigneeId === 'usr_rep'),
      ).length,
    );
    expect(await pages({ of: 'team', teamId: 'nobody', userId: 'usr_x' }, 'open', 7)).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findApiKey } from '@/lib/db/api-keys';
import { articlesStamp, loadArticles } from '@/lib/db/knowledge';
import { loadRunInput } from '@/lib/db/run-input';
import { testDatabase } from '@/lib/db/testing';
import { makeApiKey } from './api-key';
import { makeConversation } from './conversation';
import { makeCustomer } from './customer';
import { makeArticle, makeIncident } from './knowledge';
import { makeUser } from './user';

const { prisma } = await testDatabase();
const now = new Date('2027-03-10T18:00:00Z');

test('two customers differ in everything that must be unique, and keep what was asked for', async () => {
  const [plain, named] = await Promise.all([
    makeCustomer(prisma, { now }),
    makeCustomer(prisma, {
      now,
      name: 'Maya Ortiz',
      email: 'Maya@example.com',
      tier: 'gold',
      services: [{ kind: 'tv', plan: 'TV Plus' }],
    }),
  ]);
  const stored = await prisma.customer.findUniqueOrThrow({
    where: { id: named.customer.id },
    include: { services: true, contactPoints: true },
  });
  expect(stored).toMatchObject({
    name: 'Maya Ortiz',
    tier: 'gold',
    services: [{ plan: 'TV Plus', priceMinor: 6000 }],
  });
  expect(stored.contactPoints.map(({ value }) => value)).toContain('maya@example.com');
  expect(plain.customer.accountNumber).not.toBe(named.customer.accountNumber);
});

test('a conversation knows who waits and since when', async () => {
  const { customer } = await makeCustomer(prisma, { now });
  const waiting = await makeConversation(prisma, {
    customerId: customer.id,
    now,
    turns: [{ text: 'hi' }, { role: 'rep', text: 'hello' }, { text: 'my bill' }, { text: 'is wrong' }],
  });
  expect(waiting).toMatchObject({
    turnCount: 4,
    customerTurnCount: 3,
    lastText: 'is wrong',
    waitingSince: new Date(now.getTime() - 10_000),
  });
  const answered = await makeConversation(prisma, {
    now,
    turns: [
      { text: 'hi' },
      { role: 'rep', text: 'hello' },
      { role: 'system', kind: 'event', text: 'joined' },
    ],
  });
  expect(answered).toMatchObject({ waitingSince: null, turnCount: 3 });
  const closed = await makeConversation(prisma, { now, state: 'closed' });
  expect(closed).toMatchObject({ waitingSince: null, closedAt: now });
  expect(await prisma.turn.count({ where: { conversationId: waiting.id } })).toBe(4);
});

test('users have an address of their own and a team; keys are found by what a caller sends', async () => {
  const [rep, lead] = [
    await makeUser(prisma),
    await makeUser(prisma, { role: 'lead', teamId: 'enterprise', name: 'Noor' }),
  ];
  expect(rep.email).not.toBe(lead.email);
  expect(await prisma.user.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({
    role: 'lead',
    teamId: 'enterprise',
    name: 'Noor',
  });
  const { id, key } = await makeApiKey(prisma, { name: 'intake' });
  expect(await findApiKey(prisma, createHash('sha256').update(key).digest('hex'))).toEqual({
    id,
    name: 'intake',
    scopes: ['messages:write'],
  });
});

test('articles and incidents are what the product loads', async () => {
  const article = await makeArticle(prisma, { now, id: 'late-fees', facts: ['A late fee is $8.00.'] });
  expect(await loadArticles(prisma)).toMatchObject({
    articles: [
      { id: 'late-fees', version: 1, facts: ['A late fee is $8.00.'], reviewedAt: article.reviewedAt },
    ],
    unreadable: [],
  });
  expect(await articlesStamp(prisma)).toMatch(/^1:/);
  const open = await makeIncident(prisma, { now });
  await makeIncident(prisma, { now, status: 'resolved', restore_in_hours: -1 });
  const { id } = await makeConversation(prisma, { now });
  const input = await loadRunInput(prisma, id, { newestTurns: 1, now });
  expect(input?.incidents.map(({ number }) => number)).toEqual([open.number]);
});

import { randomUUID } from 'node:crypto';
import { addDays } from '@/lib/actions/days';
import { localDay, weekdayOf } from '@/lib/actions/scheduling/local-time';
import { database } from '@/lib/db/client';
import { drawFromPool } from '@/lib/db/house/pools';
import { receiveMessage } from '@/lib/use-cases/receive-message';
import { services } from '@/lib/use-cases/services';
import { takeConversation } from '@/lib/use-cases/take-conversation';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import { makeUser } from '@/prisma/seed/builders/user';
import { isSettled } from './actions-settled';
import type { BenchActor, Cast } from './actions-wishes';
import { SENDER } from './play';

const CUSTOMERS = 96;
const REPS = 12;
const LEADS = 3;
const POOL = 'devices';
/** What is scarce: as many as some, not all, of the customers want. */
export const SCARCE = { item: 'Self-install kit with LF-600 gateway', onHand: 40, poolCents: 900_00 };
/** Tuesday: three technicians with the skill live within a day's reach. */
const WEEKDAY = 2;
const ORDERS_EACH = 3;
const LOOK_MS = 200;

const person = async (role: 'rep' | 'lead', n: number): Promise<BenchActor> => {
  const name = `${role === 'rep' ? 'Rep' : 'Lead'} ${n}`;
  const { id } = await makeUser(database().prisma, { role, teamId: 'care', name });
  return { kind: 'user', id, name, role, teamId: 'care', sessionId: `bench-${id}` };
};

const people = (role: 'rep' | 'lead', count: number): Promise<BenchActor[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => person(role, n + 1)));

/** A customer with delivered orders who has written; every eighth order is worth more than a rep may give alone. */
const writes = async (n: number) => {
  const email = `${randomUUID()}@example.com`;
  const orders = Array.from({ length: ORDERS_EACH }, (_, i) => ({
    number: `ORD-9${String(n * ORDERS_EACH + i).padStart(7, '0')}`,
    item: SCARCE.item,
    amount: (n + i) % 8 === 0 ? 220 : 129,
    status: 'delivered' as const,
    placed_days_ago: 12,
    expected_in_days: -5,
  }));
  await makeCustomer(database().prisma, { email, orders });
  const { conversationId } = await receiveMessage(SENDER, {
    body: {
      channel: 'chat',
      externalId: randomUUID(),
      conversation: randomUUID(),
      from: { email },
      role: 'customer',
      text: 'why is my bill higher than last month?',
    },
  });
  return { conversationId, orders: orders.map(({ number }) => number) };
};

/** Leaves the warehouse and the pool with little. */
const makeScarce = async (): Promise<void> => {
  const { db, policies, clock } = await services();
  await db.stock.update({ where: { item: SCARCE.item }, data: { onHand: SCARCE.onHand } });
  const pool = policies.current().contact.pools.find(({ id }) => id === POOL);
  if (!pool) throw new RangeError(`there is no pool ${POOL}`);
  await db.$transaction((tx) => drawFromPool(tx, pool, pool.budget - SCARCE.poolCents, clock.now()));
};

/** Every window of one day of the week after next. */
const slotsOf = async (): Promise<Cast['slots']> => {
  const { policies, clock } = await services();
  const { time_zone, windows } = policies.current().pricing.visits;
  const soon = addDays(localDay(clock.now(), time_zone), 7);
  const date = addDays(soon, (WEEKDAY - weekdayOf(soon) + 7) % 7);
  return windows.map((window) => ({ date, window }));
};

/** Makes who plays, has a worker read what customers wrote, and gives every conversation to its rep. */
export const makeCast = async (): Promise<Cast> => {
  const [reps, leads] = await Promise.all([people('rep', REPS), people('lead', LEADS)]);
  await makeScarce();
  const written: Awaited<ReturnType<typeof writes>>[] = [];
  for (let n = 0; n < CUSTOMERS; n += 1) written.push(await writes(n));
  while (!(await isSettled())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const { db } = await services();
  const cases: Cast['cases'] = [];
  for (const [n, { conversationId, orders }] of written.entries()) {
    const rep = reps[n % reps.length];
    if (!rep) throw new RangeError('there are no reps');
    await takeConversation(rep, { params: { id: conversationId }, body: { from: null } });
    const { customerId } = await db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    cases.push({ conversationId, customerId, rep, orders });
  }
  return { leads, cases, slots: await slotsOf(), pool: POOL };
};

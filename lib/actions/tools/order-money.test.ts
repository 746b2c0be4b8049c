import { beforeEach, expect, it } from 'vitest';
import { usd } from '@/lib/core/money';
import { testDatabase } from '@/lib/db/testing';
import { type HouseCustomer, houseCustomer } from '../testing/house-customer';
import type { Ran } from '../tool';
import { reshipOrder } from './reship-order';
import { startReturn } from './start-return';

const { prisma } = await testDatabase();
const ITEM = 'LM-10 mesh point';

let who: HouseCustomer;
let first: string;
let next = 81_000_000;
beforeEach(async () => {
  await prisma.stock.deleteMany();
  await prisma.stock.create({ data: { item: ITEM, onHand: 5 } });
  first = `ORD-${next++}`;
  who = await houseCustomer(prisma, {
    orders: [
      {
        number: first,
        item: ITEM,
        amount: 89,
        status: 'delivered',
        placed_days_ago: 5,
        expected_in_days: -2,
      },
    ],
  });
});

const reference = (ran: Ran): string => (ran.is === 'done' && ran.outcome.reference) || '';
const giveBack = (order: string) => ({ order, reason: 'damaged' });

it('what was sent again goes back to the customer once, whichever of both is returned', async () => {
  const second = reference(await who.run(reshipOrder, { order: first }));
  await prisma.order.update({ where: { number: second }, data: { status: 'delivered' } });
  const amounts = [];
  for (const order of [first, second]) {
    const looked = await who.look(startReturn, giveBack(order));
    amounts.push(looked.is === 'possible' ? looked.effect.amount : looked.problems);
    await who.run(startReturn, giveBack(order));
  }
  expect(amounts).toEqual([usd(0), usd(8900)]);
});

it('says that the money of what was replaced does not go back, and promises no refund by mail', async () => {
  const second = reference(await who.run(reshipOrder, { order: first }));
  expect(await who.look(startReturn, giveBack(first))).toMatchObject({
    effect: { sentence: expect.stringMatching(`: nothing goes back, as ${second} replaced it$`) as string },
  });
  await who.run(startReturn, giveBack(first));
  const [mail] = await prisma.outgoingMessage.findMany({ where: { customerId: who.id } });
  expect(mail?.text).not.toContain('Refund');
});

it('what is coming back is not sent again as well, until the return is called off', async () => {
  const opened = await who.run(startReturn, giveBack(first));
  const refused = {
    is: 'impossible',
    problems: [
      {
        path: 'order',
        message: `It is coming back as ${reference(opened)}, and its money with it: call the return off first`,
      },
    ],
  };
  expect(await who.look(reshipOrder, { order: first })).toEqual(refused);
  expect(await who.run(reshipOrder, { order: first })).toEqual(refused);
  expect((await prisma.stock.findUniqueOrThrow({ where: { item: ITEM } })).onHand).toBe(5);
  await (await who.undoing(startReturn, opened)).run();
  expect(await who.look(reshipOrder, { order: first })).toMatchObject({ is: 'possible' });
});

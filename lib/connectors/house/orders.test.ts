import { beforeEach, describe, expect, it } from 'vitest';
import { houseCustomer, NOW } from '@/lib/actions/testing/house-customer';
import { readOrder } from '@/lib/actions/tools/read-order';
import { reshipOrder } from '@/lib/actions/tools/reship-order';
import { startReturn } from '@/lib/actions/tools/start-return';
import { trackShipment } from '@/lib/actions/tools/track-shipment';
import { HOUR } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { usd } from '@/lib/core/money';
import { testDatabase } from '@/lib/db/testing';
import type { CustomerFile } from '@/prisma/seed/files/customer-file';

const { prisma } = await testDatabase();

const MESH = 'LM-10 mesh point';
let next = 70_000_000;
type Order = CustomerFile['orders'][number];
const order = (more: Partial<Order> = {}): Order => ({
  number: `ORD-${next++}`,
  item: MESH,
  amount: 89,
  status: 'delayed',
  placed_days_ago: 5,
  expected_in_days: 1,
  ...more,
});
const holder = async (more: Partial<Order> = {}) => {
  const written = order(more);
  const customer = await houseCustomer(prisma, { orders: [written] });
  return { ...customer, number: written.number };
};
const inStock = async (item = MESH): Promise<number | undefined> =>
  (await prisma.stock.findUnique({ where: { item } }))?.onHand;

beforeEach(async () => {
  await prisma.stock.deleteMany();
  await prisma.stock.create({ data: { item: MESH, onHand: 5 } });
});

describe('sending an order again', () => {
  it('says what it is worth and when it is there, and makes an order for nothing with a label on it', async () => {
    const { run, look, account, number } = await holder();
    expect(await look(reshipOrder, { order: number })).toEqual({
      is: 'possible',
      effect: {
        sentence: `Send ${MESH} of ${number} again for nothing, worth $89.00: there by Dec 1, 2026`,
        changes: [{ what: `Replacement of ${number}`, before: 'none', after: `${MESH}, by Dec 1, 2026` }],
        amount: usd(8900),
      },
      facts: { status: 'delayed', kind: MESH, amount: 89, age_days: 5, in_stock: true },
    });
    expect(await run(reshipOrder, { order: number })).toMatchObject({ is: 'done' });
    const [replacement, replaced] = (await account()).orders;
    expect(replacement).toMatchObject({
      amount: usd(0),
      status: 'placed',
      reshipOf: replaced?.id,
      shipment: { carrier: 'Northway Parcel', status: 'label', expected: '2026-12-01' },
    });
    expect(await inStock()).toBe(4);
  });

  it('takes as many from stock as the order holds', async () => {
    const { run, number, look } = await holder({ item: `${MESH} x3, express delivery`, amount: 279 });
    expect(await run(reshipOrder, { order: number })).toMatchObject({ is: 'done' });
    expect(await inStock()).toBe(2);
    const other = await holder({ item: `${MESH} x3`, amount: 267 });
    expect(await other.look(reshipOrder, { order: other.number })).toMatchObject({
      facts: { in_stock: false },
    });
    expect(await other.run(reshipOrder, { order: other.number })).toMatchObject({
      problems: [{ path: 'order', message: 'The warehouse has none left: offer a refund instead' }],
    });
    expect(await look(reshipOrder, { order: number })).toMatchObject({ is: 'impossible' });
    expect(await inStock()).toBe(2);
  });

  it('sends the last item once when 20 want it at once', async () => {
    await prisma.stock.update({ where: { item: MESH }, data: { onHand: 1 } });
    const wanting = await Promise.all(Array.from({ length: 20 }, () => holder()));
    const ran = await Promise.all(wanting.map(({ run, number }) => run(reshipOrder, { order: number })));
    expect(ran.filter(({ is }) => is === 'done')).toHaveLength(1);
    expect(await inStock()).toBe(0);
    const ids = wanting.map(({ id }) => id);
    expect(await prisma.order.count({ where: { customerId: { in: ids }, reshipOf: { not: null } } })).toBe(1);
  });

  it('answers the same key the same and does it once, ten at once and later', async () => {
    const { run, number, id } = await holder();
    const key = newId('act');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => run(reshipOrder, { order: number }, key)),
    );
    expect(answers[0]).toMatchObject({ is: 'done' });
    for (const answer of [...answers, await run(reshipOrder, { order: number }, key)])
      expect(answer).toEqual(answers[0]);
    expect(await prisma.order.count({ where: { customerId: id } })).toBe(2);
    expect(await inStock()).toBe(4);
  });

  it('replaces an order once, and a replacement that is lost for what the first was worth', async () => {
    const { run, look, number, account } = await holder();
    const both = await Promise.all([
      run(reshipOrder, { order: number }),
      run(reshipOrder, { order: number }),
    ]);
    expect(both.map(({ is }) => is).sort()).toEqual(['done', 'impossible']);
    const replacement = (await account()).orders.find(({ reshipOf }) => reshipOf !== null)?.number ?? '';
    expect(await look(reshipOrder, { order: number })).toMatchObject({
      problems: [{ path: 'order', message: `It was sent again already, as ${replacement}` }],
    });
    expect(await look(reshipOrder, { order: replacement })).toMatchObject({ effect: { amount: usd(8900) } });
  });

  it('is stopped while the carrier has not got it, and then the order can be sent again', async () => {
    const { run, undoing, read, number, account } = await holder();
    const key = newId('act');
    const sent = await run(reshipOrder, { order: number }, key);
    const undo = await undoing(reshipOrder, sent);
    expect(await undo.look()).toMatchObject({ is: 'possible', effect: { amount: usd(0) } });
    expect(await undo.run()).toMatchObject({ is: 'done' });
    expect(await undo.run()).toMatchObject({ is: 'done' });
    expect(await inStock()).toBe(5);
    const stopped = (await account()).orders.find(({ reshipOf }) => reshipOf !== null);
    expect(stopped).toMatchObject({ status: 'cancelled', expected: null });
    expect(await read(trackShipment, { order: stopped?.number })).toMatchObject({
      sentence: `${stopped?.number} has no package on its way: it is cancelled`,
    });
    // Its key is spent: it says what it did and sends nothing.
    expect(await run(reshipOrder, { order: number }, key)).toEqual(sent);
    expect(await inStock()).toBe(5);

    const again = await run(reshipOrder, { order: number });
    expect(again).toMatchObject({ is: 'done' });
    await prisma.shipment.updateMany({
      where: { order: { reshipOf: { not: null } } },
      data: { status: 'moving' },
    });
    const late = await undoing(reshipOrder, again);
    expect(await late.look()).toMatchObject({ is: 'impossible' });
    expect(await late.run()).toMatchObject({ is: 'impossible' });
    expect(await inStock()).toBe(4);
  });
});

describe('returning an order', () => {
  const delivered = { status: 'delivered', placed_days_ago: 8, expected_in_days: -2 } as const;

  it('opens a case with a number and writes to the customer, once for one key', async () => {
    const { run, look, id, number } = await holder(delivered);
    const params = { order: number, reason: 'does-not-work' };
    expect(await look(startReturn, params)).toMatchObject({
      effect: {
        sentence: `Open a return of ${MESH} of ${number} with a prepaid label, to send by Dec 19, 2026: $89.00 goes back once it is here`,
        amount: usd(8900),
      },
      facts: { status: 'delivered', amount: 89, age_days: 2 },
    });
    const key = newId('act');
    const [first, second] = await Promise.all([run(startReturn, params, key), run(startReturn, params, key)]);
    expect(first).toMatchObject({ is: 'done' });
    expect(second).toEqual(first);
    const cases = await prisma.returnCase.findMany({ where: { order: { customerId: id } } });
    expect(cases).toMatchObject([{ reason: 'does-not-work', status: 'open' }]);
    const messages = await prisma.outgoingMessage.findMany({ where: { customerId: id } });
    expect(messages.map(({ text }) => text)).toEqual([expect.stringContaining(cases[0]?.number ?? 'none')]);
    expect(await prisma.payment.count({ where: { customerId: id } })).toBe(0);
    expect(await look(startReturn, params)).toMatchObject({
      problems: [{ path: 'order', message: `A return of it is open already: ${cases[0]?.number}` }],
    });
  });

  it('counts from the day it came, and rented things from today', async () => {
    const late = await holder({ ...delivered, placed_days_ago: 40, expected_in_days: -35 });
    expect(await late.look(startReturn, { order: late.number, reason: 'changed-mind' })).toMatchObject({
      facts: { age_days: 35 },
    });
    const rented = await holder({ ...delivered, item: 'LT-4 TV box', amount: 0 });
    expect(await rented.look(startReturn, { order: rented.number, reason: 'end-of-service' })).toMatchObject({
      effect: { sentence: expect.stringContaining('to send by Dec 12, 2026: nothing is owed for it') },
    });
  });

  it('is called off until it is received', async () => {
    const { run, undoing, id, number } = await holder(delivered);
    const params = { order: number, reason: 'changed-mind' };
    const undo = await undoing(startReturn, await run(startReturn, params));
    expect(await undo.look()).toMatchObject({ is: 'possible' });
    expect(await undo.run()).toMatchObject({ is: 'done' });
    expect(await undo.look()).toMatchObject({ is: 'impossible' });
    const second = await undoing(startReturn, await run(startReturn, params));
    await prisma.returnCase.updateMany({
      where: { order: { customerId: id }, status: 'open' },
      data: { status: 'received' },
    });
    expect(await second.run()).toMatchObject({ is: 'impossible' });
  });
});

describe('looking at orders', () => {
  it('says where a package is', async () => {
    const { read, number } = await holder({ status: 'shipped' });
    expect(await read(trackShipment, { order: number })).toMatchObject({
      sentence: `${number} is on its way, expected Nov 22, 2026`,
    });
    expect(await read(readOrder, { order: number })).toMatchObject({
      sentence: `${number}: ${MESH}, shipped`,
    });
    const placed = await holder({ status: 'placed', placed_days_ago: 0 });
    expect(await placed.read(trackShipment, { order: placed.number })).toMatchObject({
      sentence: `${placed.number} has no package on its way: it is placed`,
    });
  });

  it("knows nothing of another customer's order, by its number or its id", async () => {
    const [mine, other] = await Promise.all([holder(), holder({ status: 'delivered' })]);
    const theirs = (await other.account()).orders[0]?.id ?? '';
    for (const named of [other.number, theirs]) {
      const unknown = { problems: [{ path: 'order', message: 'There is no such order on this account' }] };
      expect(await mine.look(reshipOrder, { order: named })).toMatchObject(unknown);
      expect(await mine.run(reshipOrder, { order: named })).toMatchObject(unknown);
      expect(await mine.run(startReturn, { order: named, reason: 'damaged' })).toMatchObject(unknown);
      expect(await mine.read(readOrder, { order: named })).toMatchObject(unknown);
      expect(await mine.read(trackShipment, { order: named })).toMatchObject(unknown);
    }
    const stopped = await mine.ask(({ orders }) => orders.stopReship(mine.id, theirs));
    expect(stopped).toBe(false);
    expect(await inStock()).toBe(5);
    expect(await prisma.returnCase.count({ where: { order: { customerId: other.id } } })).toBe(0);
  });

  it('refuses parameters that are not its own', async () => {
    const { refused, target } = await holder();
    expect(refused(reshipOrder, {})).toEqual(['order: Choose an order']);
    expect(refused(reshipOrder, { order: 'ORD-1', amount: 0 })).toHaveLength(1);
    expect(refused(startReturn, { order: 'ORD-1', reason: 'because' })).toEqual([
      'reason: One of changed-mind, damaged, wrong-item, does-not-work, end-of-service',
    ]);
    const said = { amounts: [], named: [], services: [], intent: 'shipping.late-delivery' };
    const at = await target(new Date(NOW.getTime() + HOUR));
    expect(reshipOrder.propose(at, said)).toEqual({ order: at.account.orders[0]?.number });
    expect(startReturn.propose(at, said)).toEqual({ reason: 'changed-mind' });
  });
});

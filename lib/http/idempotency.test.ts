import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '@/lib/contracts/parts';
import { PUBLIC_SCOPES } from '@/lib/domain/user';
import { testDesk } from '@/lib/use-cases/testing/desk';
import { cueOf, customerWrites } from '@/lib/use-cases/testing/says';
import { makeApiKey } from '@/prisma/seed/builders/api-key';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import { makeOrganisation } from '@/prisma/seed/builders/organisation';
import { makeTechnician } from '@/prisma/seed/builders/technician';
import { workday } from './testing/api-routes';
import { send } from './testing/browser';
import { routeHandlers } from './testing/route-files';

const desk = await testDesk();
const { prisma } = desk;
const handlers = await routeHandlers();
let apiKey = '';
beforeAll(async () => {
  apiKey = (await makeApiKey(prisma, { scopes: PUBLIC_SCOPES })).key;
  await makeOrganisation(prisma);
  await makeTechnician(prisma);
});

const post = async (
  path: string,
  key: string,
  body: unknown,
  { id, as = apiKey }: { id?: string; as?: string } = {},
) => {
  const route = `POST /api/v1/${path}`;
  const handler = handlers.get(route);
  if (!handler) throw new Error(`no handler of ${route}`);
  const response = await send(handler, route, {
    ...(id ? { id } : {}),
    body,
    headers: { authorization: `Bearer ${as}`, 'idempotency-key': key },
  });
  return { status: response.status, text: await response.text() };
};

const problemOf = ({ text }: { text: string }) => problemSchema.parse(JSON.parse(text));

/** A customer with no visit, and the request that books one. */
const booking = async (date = workday(3), window = '10-12') => {
  const { customer } = await makeCustomer(prisma);
  return { customerId: customer.id, kind: 'wifi', model: null, symptom: null, date, window };
};
const visitsOf = (customerId: string) => prisma.visit.count({ where: { customerId } });

describe('one Idempotency-Key, a hundred requests at once', () => {
  it('book one visit, whatever else is free, and are answered alike', async () => {
    await makeTechnician(prisma);
    await makeTechnician(prisma);
    const [key, body] = [randomUUID(), await booking()];
    const replies = await Promise.all(Array.from({ length: 100 }, () => post('visits', key, body)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(JSON.parse(replies[0]?.text ?? '')).toMatchObject({ action: { state: 'done', fault: null } });
    expect(await visitsOf(body.customerId)).toBe(1);
    expect(await prisma.action.count({ where: { customerId: body.customerId } })).toBe(1);
    expect(await prisma.receipt.count({ where: { action: { customerId: body.customerId } } })).toBe(1);
  });

  it('store one correction, and are answered alike', async () => {
    const conversationId = await customerWrites();
    await desk.workOff();
    const cue = await cueOf(desk, conversationId, 'triage');
    const body = {
      cueId: cue.id,
      body: { kind: 'override', field: 'urgency', before: 'low', after: 'high' },
      reason: null,
    };
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 100 }, () => post('corrections', key, body)));
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['201 {"ok":true}']),
    );
    expect(await prisma.correction.count({ where: { conversationId } })).toBe(1);
  });
});

describe('an Idempotency-Key', () => {
  it('with another body is refused with 422, and nothing more happens', async () => {
    const [key, body] = [randomUUID(), await booking(workday(4))];
    const first = await post('visits', key, body);
    expect(first.status).toBe(201);
    const other = await post('visits', key, { ...body, window: '2-4' });
    expect(problemOf(other)).toMatchObject({
      status: 422,
      problems: [{ path: 'header.Idempotency-Key', message: 'was used for another request' }],
    });
    expect(await visitsOf(body.customerId)).toBe(1);
    expect(await post('visits', key, body)).toEqual(first);
  });

  it('used for one thing is none for another', async () => {
    const [key, body] = [randomUUID(), await booking(workday(5))];
    const { visit } = JSON.parse((await post('visits', key, body)).text).action;
    const moved = await post(
      'visits/[number]/reschedule',
      key,
      { date: workday(6), window: '2-4' },
      { id: visit },
    );
    expect(moved.status).toBe(422);
    expect(await prisma.visit.findUniqueOrThrow({ where: { number: visit } })).toMatchObject({
      window: '10-12',
    });
  });

  it('belongs to the API key that made it up', async () => {
    const key = randomUUID();
    const other = await makeApiKey(prisma, { scopes: PUBLIC_SCOPES });
    const [ours, theirs] = [await booking(workday(6)), await booking(workday(6), '2-4')];
    expect((await post('visits', key, ours)).status).toBe(201);
    expect((await post('visits', key, theirs, { as: other.key })).status).toBe(201);
  });

  it('whose request was refused may be used again', async () => {
    const [key, body] = [randomUUID(), await booking(workday(7))];
    const refused = await post('visits', key, { ...body, window: '9-11' });
    expect(problemOf(refused)).toMatchObject({ status: 400, problems: [{ path: 'window' }] });
    expect((await post('visits', key, body)).status).toBe(201);
  });

  it.each(['', 'short', 'with spaces in it', 'x'.repeat(81), 'naïve-key'])('cannot be %j', async (key) => {
    const refused = await post('visits', key, await booking());
    expect(problemOf(refused)).toMatchObject({
      status: 400,
      problems: [{ path: 'header.Idempotency-Key' }],
    });
  });
});

describe('a visit booked by a system', () => {
  it('is refused for a customer that is not there, a full slot and a day that is past, and nothing is left', async () => {
    const before = await prisma.action.count();
    const alone = await booking(workday(9), '4-6');
    const stranger = { ...alone, customerId: 'cus_000000000000000000000000' };
    expect((await post('visits', randomUUID(), stranger)).status).toBe(404);
    expect(problemOf(await post('visits', randomUUID(), { ...alone, date: '2020-01-06' }))).toMatchObject({
      status: 400,
      problems: [{ path: 'date' }],
    });
    const technicians = await prisma.technician.count();
    for (let n = 0; n < technicians; n++)
      expect((await post('visits', randomUUID(), await booking(workday(9), '4-6'))).status).toBe(201);
    const full = problemOf(await post('visits', randomUUID(), alone));
    expect(full).toMatchObject({ status: 400, problems: [{ path: 'window' }] });
    expect(full.detail).toContain('is full');
    expect(await prisma.action.count()).toBe(before + technicians);
    expect(await visitsOf(alone.customerId)).toBe(0);
  });

  it('says who approved it, and gives nothing away', async () => {
    const body = await booking(workday(10), '8-10');
    await post('visits', randomUUID(), body);
    const action = await prisma.action.findFirstOrThrow({
      where: { customerId: body.customerId },
      include: { approvals: true },
    });
    expect(action).toMatchObject({ origin: 'api', conversationId: null, amountMinor: 0 });
    expect(action.approvals).toMatchObject([{ role: 'service', verdict: 'approved', step: 'first' }]);
  });
});

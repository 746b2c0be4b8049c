import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { problemSchema } from '@/lib/contracts/parts';
import { WRITE_TOOLS, type WriteTool } from '@/lib/domain/tool';
import type { UserActor } from '@/lib/domain/user';
import { openAccountCase } from '@/lib/use-cases/testing/account-case';
import { testDesk } from '@/lib/use-cases/testing/desk';
import { makeApiKey } from '@/prisma/seed/builders/api-key';
import { API } from './testing/api-routes';
import { type Sent, send, sessionCookie } from './testing/browser';
import { CONSOLE } from './testing/console-routes';
import { type Json, nearly } from './testing/nearly';
import { prepare } from './testing/prepare';
import { routeHandlers } from './testing/route-files';

const jar = vi.hoisted((): { cookies: { name: string; value: string }[] } => ({ cookies: [] }));
vi.mock('next/headers', () => ({
  cookies: async () => ({ getAll: () => jar.cookies }),
  headers: async () => new Headers(),
}));

const desk = await testDesk();
const handlers = await routeHandlers();
let rep: UserActor;
let lead: UserActor;
let key = '';
beforeAll(async () => {
  [rep, lead] = [await desk.signIn(), await desk.signIn('lead')];
  key = (await makeApiKey(desk.prisma)).key;
});

/** Sends it, and checks that the answer is an answer: in order, or a refusal that names what is wrong, and never our own fault. */
const answer = async (route: string, sent: Sent): Promise<number> => {
  const handler = handlers.get(route);
  if (!handler) throw new Error(`${route} has no handler`);
  const response = await send(handler, route, sent);
  expect(response.status, await response.clone().text()).toBeLessThan(500);
  if (response.status < 400) return response.status;
  const text = await response.text();
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|Prisma|SELECT /);
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem.status).toBe(response.status);
  if (response.status === 400) expect(problem.problems.length).toBeGreaterThan(0);
  return response.status;
};

const CHAT = {
  text: 'hello there',
  clientId: '7f1f4a3e-3c51-4a53-8b6c-1e6d6a2b9c10',
  name: 'Maya',
  email: 'maya@example.com',
};
const MESSAGE: Json = {
  ...API['POST /api/v1/messages']?.body?.(''),
  conversation: 't-1',
  role: 'customer',
  at: '2026-01-01T00:00:00Z',
};

describe('any body at all', () => {
  it('gets an answer from POST /api/v1/messages', async () => {
    const statuses = new Set<number>();
    const send = async (body: unknown) =>
      statuses.add(
        await answer('POST /api/v1/messages', { body, headers: { authorization: `Bearer ${key}` } }),
      );
    await fc.assert(
      fc.asyncProperty(nearly(MESSAGE), async (body) => void (await send(body))),
      { numRuns: 300 },
    );
    expect(statuses).toContain(202);
    expect(statuses).toContain(400);
  });

  it('gets an answer from POST /api/chat/messages', async () => {
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        nearly(CHAT),
        async (body) => void statuses.add(await answer('POST /api/chat/messages', { body })),
      ),
      { numRuns: 200 },
    );
    expect(statuses).toContain(201);
    expect(statuses).toContain(400);
  });

  it('as bytes gets an answer too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (raw) => {
        expect(await answer('POST /api/chat/messages', { raw: Buffer.from(raw) })).toBeGreaterThanOrEqual(
          400,
        );
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(CONSOLE).filter(([, { body }]) => body))(
    'gets an answer from %s',
    async (route, { on, params, body = {} }) => {
      const id = await prepare(desk, rep, on);
      const path = { ...(id ? { id } : {}), ...(params ? { params } : {}) };
      jar.cookies = [await sessionCookie(on === 'escalation' ? lead : rep)];
      await fc.assert(
        fc.asyncProperty(
          nearly(body),
          async (changed) => void (await answer(route, { ...path, body: changed })),
        ),
        { numRuns: 30 },
      );
    },
  );
});

/** Parameters that are in order for some tool of each kind; what they name is not of this account. */
const PARAMS: Record<WriteTool, Json> = {
  'apply-credit': { amount: 5, currency: 'USD', months: 1, kind: 'goodwill', reason: 'Goodwill' },
  'refund-charge': { charge: 'chg_1', amount: 5, reason: 'Charged twice' },
  'reship-order': { order: 'ORD-1', reason: 'lost' },
  'start-return': { order: 'ORD-1', reason: 'unwanted' },
  'resend-confirmation': { about: 'ORD-1' },
  'update-contact': { kind: 'email', value: 'new@example.com', name: 'Maya', zip: '00411' },
  'change-plan': { service: null, plan: 'Fiber 500', priceLock: true },
  'restart-service': { service: 'srv_1' },
  'book-visit': { kind: 'wifi', date: '2026-02-30', window: '10-12' },
  'move-visit': { visit: 'VIS-1', date: '2026-12-01', window: '10-12' },
  'cancel-visit': { visit: 'VIS-1' },
  'waive-trip-fee': { visit: 'VIS-1', reason: 'Goodwill' },
  'issue-coupon': { amount: 5, what: 'a mesh point', pool: 'devices', days: 30 },
  'cancel-service': { service: 'srv_1' },
};

describe('any parameters at all', () => {
  it.each(WRITE_TOOLS)('get an answer for %s', async (tool) => {
    const { conversationId: id } = await openAccountCase(desk, rep);
    jar.cookies = [await sessionCookie(rep)];
    await fc.assert(
      fc.asyncProperty(nearly(PARAMS[tool]), async (params) => {
        const route = 'POST /api/conversations/[id]/actions/preview';
        await answer(route, { id, body: { tool, params } });
      }),
      { numRuns: 40 },
    );
    expect(await desk.prisma.action.count({ where: { conversationId: id } })).toBe(0);
  });
});

describe('any body at all, from a system', () => {
  it.each(Object.entries(API).filter(([, { body }]) => body))(
    'gets an answer from %s',
    async (route, { on, body, query, scope }) => {
      const id = await prepare(desk, rep, on);
      const system = await makeApiKey(desk.prisma, { scopes: [scope] });
      const sent = { ...(id ? { id } : {}), ...(query ? { query } : {}) };
      await fc.assert(
        fc.asyncProperty(nearly(body?.(id ?? '') ?? {}), async (changed) => {
          const headers = { authorization: `Bearer ${system.key}`, 'idempotency-key': randomUUID() };
          await answer(route, { ...sent, body: changed, headers });
        }),
        { numRuns: 40 },
      );
    },
  );
});

describe('any query at all, from a system', () => {
  it.each(Object.entries(API).filter(([route]) => route.startsWith('GET')))(
    'gets an answer from %s',
    async (route, { on, scope }) => {
      const id = await prepare(desk, rep, on);
      const system = await makeApiKey(desk.prisma, { scopes: [scope] });
      const names = fc.constantFrom(
        'after',
        'limit',
        'cursor',
        'state',
        'customerId',
        'versions',
        'key',
        'x',
      );
      const values = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.constantFrom(
          'open',
          'all',
          '-1',
          '0',
          '1e9',
          '99999999999999999999',
          '1'.repeat(18),
          'cnv_000000000000000000000000',
          '\u0000',
        ),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(names, values), { maxLength: 3 }), async (pairs) => {
          await answer(route, {
            ...(id ? { id } : {}),
            query: `?${new URLSearchParams(pairs.map(([name, value]) => [name, value.toWellFormed()]))}`,
            headers: { authorization: `Bearer ${system.key}` },
          });
        }),
        { numRuns: 40 },
      );
    },
  );
});

describe('any query at all', () => {
  it.each(['GET /api/conversations', 'GET /api/conversations/[id]/turns', 'GET /api/escalations'])(
    'gets an answer from %s',
    async (route) => {
      const id = await prepare(desk, rep, route.includes('[id]') ? 'conversation' : 'nothing');
      jar.cookies = [await sessionCookie(lead)];
      const names = fc.constantFrom('view', 'channel', 'urgency', 'cursor', 'before', 'state', 'after', 'x');
      const values = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.constantFrom(
          'open',
          'closed',
          'waiting',
          '-1',
          '0',
          '1e9',
          '99999999999999999999',
          `999999999999999.${'x'.repeat(28)}`,
          '1.\u0000',
          '8640000000000001.cnv_000000000000000000000000',
          '999999999999999.cnv_000000000000000000000000',
          '5.cnv_000000000000000000000000',
        ),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(names, values), { maxLength: 3 }), async (pairs) => {
          await answer(route, {
            ...(id ? { id } : {}),
            query: `?${new URLSearchParams(pairs.map(([name, value]) => [name, value.toWellFormed()]))}`,
          });
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('a cursor', () => {
  const id = 'cnv_000000000000000000000000';
  it.each([
    '',
    'x',
    '.',
    '1',
    '1.x',
    '1.\u0000',
    `-1.${id}`,
    `1e3.${id}`,
    `999999999999999.${id}`,
    `8640000000000001.${id}`,
  ])('that this list did not give is refused: %j', async (cursor) => {
    jar.cookies = [await sessionCookie(lead)];
    const query = `?${new URLSearchParams({ cursor })}`;
    // An empty one is none: the first page.
    expect(await answer('GET /api/conversations', { query })).toBe(cursor === '' ? 200 : 400);
  });

  it.each([`0.${id}`, `1800000000000.${id}`, `253370764800000.${id}`])(
    'that it could have given is taken: %s',
    async (cursor) => {
      jar.cookies = [await sessionCookie(lead)];
      for (const view of ['open', 'closed'])
        expect(
          await answer('GET /api/conversations', { query: `?${new URLSearchParams({ cursor, view })}` }),
        ).toBe(200);
    },
  );
});

describe('a refusal', () => {
  it('names every field that is not known or not right', async () => {
    const body = { ...MESSAGE, channel: 'fax', extra: 1, from: { phone: '555', other: true } };
    const handler = handlers.get('POST /api/v1/messages');
    if (!handler) throw new Error('no handler');
    const response = await send(handler, 'POST /api/v1/messages', {
      body,
      headers: { authorization: `Bearer ${key}` },
    });
    const { problems } = problemSchema.parse(await response.json());
    expect(problems.map(({ path }) => path).toSorted()).toEqual([
      'channel',
      'extra',
      'from.other',
      'from.phone',
    ]);
  });

  it('names the text that is too long', async () => {
    const handler = handlers.get('POST /api/v1/messages');
    if (!handler) throw new Error('no handler');
    const response = await send(handler, 'POST /api/v1/messages', {
      body: { ...MESSAGE, text: 'x'.repeat(100_000) },
      headers: { authorization: `Bearer ${key}` },
    });
    expect(problemSchema.parse(await response.json())).toMatchObject({
      status: 400,
      problems: [{ path: 'text' }],
    });
  });
});

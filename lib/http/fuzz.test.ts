import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { problemSchema } from '@/lib/contracts/parts';
import type { UserActor } from '@/lib/domain/user';
import { testDesk } from '@/lib/use-cases/testing/desk';
import { makeApiKey } from '@/prisma/seed/builders/api-key';
import { type Sent, send, sessionCookie } from './testing/browser';
import { API, CONSOLE } from './testing/console-routes';
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

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    '\u202e',
    '__proto__',
    'constructor',
    'toString',
    '9'.repeat(400),
    'x'.repeat(30_000),
    '0001-01-01T00:00:00Z',
    "' OR 1=1 --",
    '{{7*7}}',
    '../../etc/passwd',
  ),
  fc.constantFrom(null, true, 0, -1, 1e308, -0, 2 ** 53),
  fc.jsonValue({ maxDepth: 2 }),
);

type Json = Record<string, unknown>;

/** The body with one value of it replaced, left out, or one more: bodies that nearly are in order. */
const nearly = (body: Json): fc.Arbitrary<unknown> => {
  const keys = Object.keys(body);
  const name = fc.oneof(
    ...(keys.length > 0 ? [fc.constantFrom(...keys)] : []),
    fc.string({ maxLength: 8 }),
    fc.constant('__proto__'),
  );
  const changed = fc
    .tuple(name, odd)
    .map(([field, value]): Json => JSON.parse(JSON.stringify({ ...body, [field]: value })));
  const without = fc
    .constantFrom('', ...keys)
    .map((field) => Object.fromEntries(Object.entries(body).filter(([known]) => known !== field)));
  const inner = keys.filter(
    (field) => typeof body[field] === 'object' && body[field] !== null && !Array.isArray(body[field]),
  );
  const deeper = inner.map((field) =>
    fc
      .constant(null)
      .chain(() => nearly(body[field] as Json))
      .map((value) => ({ ...body, [field]: value })),
  );
  return fc.oneof({ weight: 4, arbitrary: changed }, without, odd, ...deeper);
};

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
  ...API['POST /api/v1/messages']?.body,
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
    async (route, { on, body = {} }) => {
      const id = await prepare(desk, rep, on);
      jar.cookies = [await sessionCookie(on === 'escalation' ? lead : rep)];
      await fc.assert(
        fc.asyncProperty(
          nearly(body),
          async (changed) => void (await answer(route, { ...(id ? { id } : {}), body: changed })),
        ),
        { numRuns: 30 },
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

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { problemSchema } from '@/lib/contracts/parts';
import { SERVICE_SCOPES, type ServiceScope, type UserActor } from '@/lib/domain/user';
import { testDesk } from '@/lib/use-cases/testing/desk';
import { makeApiKey } from '@/prisma/seed/builders/api-key';
import { API } from './testing/api-routes';
import { send, sessionCookie } from './testing/browser';
import { CALLERS, type Caller, CONSOLE, OPEN, ROLE_OF } from './testing/console-routes';
import { footprint, prepare } from './testing/prepare';
import { routeHandlers } from './testing/route-files';

const jar = vi.hoisted((): { cookies: { name: string; value: string }[] } => ({ cookies: [] }));
vi.mock('next/headers', () => ({
  cookies: async () => ({ getAll: () => jar.cookies }),
  headers: async () => new Headers(),
}));

const desk = await testDesk();
const handlers = await routeHandlers();
const users = new Map<Caller, UserActor>();
beforeAll(async () => {
  for (const caller of CALLERS)
    if (caller !== 'anonymous')
      users.set(caller, await desk.signIn(ROLE_OF[caller], caller === 'other team' ? 'enterprise' : 'care'));
});
beforeEach(() => {
  jar.cookies = [];
});

const userOf = (caller: Caller): UserActor => {
  const user = users.get(caller);
  if (!user) throw new Error(`${caller} is nobody`);
  return user;
};
const handlerOf = (route: string) => {
  const handler = handlers.get(route);
  if (!handler) throw new Error(`${route} has no handler`);
  return handler;
};
const comeAs = async (caller: Caller) => {
  jar.cookies = caller === 'anonymous' ? [] : [await sessionCookie(userOf(caller))];
};

/** Statuses of refusals say it in the one shape of errors; a stream is let go. */
const look = async (response: Response): Promise<void> => {
  if (response.status >= 400) {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problemSchema.parse(await response.json()).status).toBe(response.status);
  } else await response.body?.cancel();
};

describe('the access matrix', () => {
  it('has every route there is, and none that is not', () => {
    expect([...Object.keys(CONSOLE), ...Object.keys(API), ...Object.keys(OPEN)].toSorted()).toEqual(
      [...handlers.keys()].toSorted(),
    );
  });

  describe.each(Object.entries(CONSOLE))('%s', (route, { on, query, params, body, expect: statuses }) => {
    it.each(CALLERS.map((caller, n) => [caller, statuses[n]] as const))('%s: %i', async (caller, status) => {
      const id = await prepare(desk, userOf('rep'), on);
      const before = await footprint(desk);
      await comeAs(caller);
      const response = await send(handlerOf(route), route, {
        ...(id ? { id } : {}),
        ...(query ? { query } : {}),
        ...(params ? { params } : {}),
        body,
      });
      expect(response.status).toBe(status);
      await look(response);
      if (response.status >= 400) expect(await footprint(desk)).toBe(before);
    });
  });
});

/** Whether this scope alone opens a route: what was said in a conversation is also for whoever brings it in. */
const suffices = (route: string, scope: ServiceScope): boolean =>
  scope === API[route]?.scope || (scope === 'messages:write' && /^GET .*\/(messages|runs)$/.test(route));

const WRITES = Object.entries(CONSOLE).filter(([route]) => !route.startsWith('GET'));

describe('a request that changes something', () => {
  it.each(WRITES)(
    '%s is refused from another site, without JSON, and with a field too many',
    async (route, { on, query, params, body }) => {
      const id = await prepare(desk, userOf('rep'), on);
      await comeAs(route.includes('/escalations/') ? 'lead' : 'rep');
      const before = await footprint(desk);
      const status = async (sent: Parameters<typeof send>[2]) =>
        (
          await send(handlerOf(route), route, {
            ...(id ? { id } : {}),
            ...(query ? { query } : {}),
            ...(params ? { params } : {}),
            body,
            ...sent,
          })
        ).status;
      expect(await status({ headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403);
      expect(await status({ headers: { 'sec-fetch-site': 'same-site' } })).toBe(403);
      expect(await status({ headers: { 'content-type': 'text/plain' } })).toBe(415);
      expect(
        await status({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, raw: 'a=b' }),
      ).toBe(415);
      expect(await status({ body: { ...body, extra: 1 } })).toBe(400);
      expect(await status({ query: '?extra=1' })).toBe(400);
      expect(await footprint(desk)).toBe(before);
    },
  );

  it.each(Object.entries(CONSOLE).filter(([, { on }]) => on !== 'nothing'))(
    '%s finds nothing under an id that is not there, and refuses one that is none',
    async (route, { body, query, params }) => {
      await comeAs('lead');
      const status = async (id: string) =>
        (
          await send(handlerOf(route), route, {
            id,
            body,
            ...(query ? { query } : {}),
            ...(params ? { params } : {}),
          })
        ).status;
      expect(await status('cnv_000000000000000000000000')).toBe(404);
      for (const id of [
        '1',
        '../../etc/passwd',
        "cnv_'; DROP TABLE turn;--",
        'cnv_00000000000000000000000\u0000',
      ])
        expect(await status(id), id).toBe(400);
    },
  );
});

describe('a session', () => {
  it.each([
    [
      'revoked',
      (id: string) => desk.prisma.session.update({ where: { id }, data: { revokedAt: new Date() } }),
    ],
    [
      'expired',
      (id: string) => desk.prisma.session.update({ where: { id }, data: { expiresAt: new Date(0) } }),
    ],
    [
      'idle for too long',
      (id: string) => desk.prisma.session.update({ where: { id }, data: { lastSeenAt: new Date(0) } }),
    ],
    [
      'of a disabled user',
      async (id: string) => {
        const { userId } = await desk.prisma.session.findUniqueOrThrow({ where: { id } });
        await desk.prisma.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
      },
    ],
  ])('that is %s opens nothing', async (_how, end) => {
    const user = await desk.signIn();
    jar.cookies = [await sessionCookie(user)];
    const me = async () => (await send(handlerOf('GET /api/me'), 'GET /api/me')).status;
    expect(await me()).toBe(200);
    await end(user.sessionId);
    expect(await me()).toBe(401);
  });

  it.each(['not-a-token', 'eyJhbGciOiJub25lIn0.e30.', ''])(
    'that we did not make opens nothing: %j',
    async (value) => {
      jar.cookies = [{ name: 'next-auth.session-token', value }];
      expect((await send(handlerOf('GET /api/me'), 'GET /api/me')).status).toBe(401);
    },
  );
});

describe.each(Object.entries(API))('%s', (route, { on, query, body, keyed, scope, expect: status }) => {
  const sentAs = (id: string | undefined, authorization?: string) => ({
    ...(id ? { id } : {}),
    ...(query ? { query } : {}),
    ...(body ? { body: body(id ?? '') } : {}),
    headers: {
      ...(authorization === undefined ? {} : { authorization }),
      ...(keyed ? { 'idempotency-key': randomUUID() } : {}),
    },
  });

  it('is for systems with a key that stands and allows it', async () => {
    const id = await prepare(desk, userOf('rep'), on);
    const [good, revoked, others] = [
      await makeApiKey(desk.prisma, { scopes: [scope] }),
      await makeApiKey(desk.prisma, { scopes: SERVICE_SCOPES }),
      await makeApiKey(desk.prisma, { scopes: SERVICE_SCOPES.filter((other) => !suffices(route, other)) }),
    ];
    await desk.prisma.apiKey.update({ where: { id: revoked.id }, data: { revokedAt: new Date() } });
    await comeAs('admin');
    const answered = (authorization?: string) => send(handlerOf(route), route, sentAs(id, authorization));
    const before = await footprint(desk);
    for (const none of [
      undefined,
      '',
      'Bearer',
      'Bearer x',
      `Bearer ${revoked.key}`,
      `Basic ${good.key}`,
      `Bearer ${good.key}x`,
      good.key,
    ]) {
      const response = await answered(none);
      expect(response.status, none ?? 'none').toBe(401);
      await look(response);
    }
    const narrow = await answered(`Bearer ${others.key}`);
    expect(narrow.status).toBe(403);
    await look(narrow);
    expect(await footprint(desk)).toBe(before);
    const response = await answered(`Bearer ${good.key}`);
    expect(response.status, await response.clone().text()).toBe(status);
  });

  it('refuses what is not known or not there, and changes nothing', async () => {
    const id = await prepare(desk, userOf('rep'), on);
    const { key } = await makeApiKey(desk.prisma, { scopes: [scope] });
    const sent = sentAs(id, `Bearer ${key}`);
    const before = await footprint(desk);
    const statusOf = async (more: Parameters<typeof send>[2]) => {
      const response = await send(handlerOf(route), route, { ...sent, ...more });
      await look(response);
      return response.status;
    };
    expect(await statusOf({ query: `${query ?? '?'}&extra=1` })).toBe(400);
    if (body) {
      expect(await statusOf({ body: { ...body(id ?? ''), extra: 1 } })).toBe(400);
      expect(await statusOf({ headers: { ...sent.headers, 'content-type': 'text/plain' } })).toBe(415);
    }
    if (keyed) {
      expect(await statusOf({ headers: { authorization: `Bearer ${key}` } })).toBe(400);
      expect(await statusOf({ headers: { ...sent.headers, 'idempotency-key': 'no spaces' } })).toBe(400);
    }
    if (on !== 'nothing') {
      const elsewhere = on === 'visit' ? 'VIS-1' : `${on.slice(0, 3)}_000000000000000000000000`;
      expect(await statusOf({ id: elsewhere, ...(body ? { body: body(elsewhere) } : {}) })).toBe(404);
    }
    expect(await footprint(desk)).toBe(before);
  });
});

describe('an address of the API where there is nothing', () => {
  it.each(Object.keys(OPEN).filter((route) => route.includes('[[...path]]')))('%s', async (route) => {
    const response = await handlerOf(route)(new Request('http://desk.example/api/v1/no/such/thing'), {
      params: Promise.resolve({}),
    });
    expect(response.status).toBe(404);
    await look(response);
  });
});

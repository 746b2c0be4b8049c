import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { POST as say } from '@/app/api/chat/messages/route';
import { GET as getChat } from '@/app/api/chat/route';
import { GET as follow } from '@/app/api/chat/stream/route';
import { GET as ready } from '@/app/api/ready/route';
import { chatSchema } from '@/lib/contracts/chat';
import { testDesk } from '@/lib/use-cases/testing/desk';
import { send } from './testing/browser';

const desk = await testDesk();
await desk.signIn();

const saying = (text: string, cookie?: string, headers: Record<string, string> = {}) =>
  send(say, 'POST /api/chat/messages', {
    body: { text, clientId: randomUUID() },
    headers: { ...headers, ...(cookie ? { cookie } : {}) },
  });
const reading = async (cookie?: string) =>
  chatSchema.parse(
    await (await send(getChat, 'GET /api/chat', { headers: cookie ? { cookie } : {} })).json(),
  );
const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';

describe('the chat of a browser', () => {
  it('is kept by a cookie that scripts cannot read and other sites do not send', async () => {
    const response = await saying('hello');
    expect(response.status).toBe(201);
    expect(response.headers.get('set-cookie')).toMatch(
      /^cuedesk-chat=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    );
    const cookie = cookieOf(response);
    await saying('and again', `theme=dark; ${cookie}; other=1`);
    expect((await reading(cookie)).messages.map(({ text }) => text)).toEqual(['hello', 'and again']);
  });

  it.each([
    undefined,
    'cuedesk-chat=',
    'cuedesk-chat=short',
    `cuedesk-chat=${'x'.repeat(32)}`,
    `cuedesk-chat=${'x'.repeat(31)}\u00e9`,
  ])('is none with the cookie %s', async (cookie) => {
    await saying('someone else');
    expect(await reading(cookie)).toEqual({ state: 'none', messages: [], personRequested: false });
  });

  it('is not written to by another site, and then sets no cookie', async () => {
    const refused = await saying('forged', undefined, { 'sec-fetch-site': 'cross-site' });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('set-cookie')).toBeNull();
    expect(await desk.prisma.turn.count({ where: { text: 'forged' } })).toBe(0);
  });

  it('sends text as JSON, never as a page', async () => {
    const payload = '<script>alert(1)</script>';
    const response = await saying(payload);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect((await reading(cookieOf(response))).messages[0]?.text).toBe(payload);
  });

  it('has a stream for whoever holds its token', async () => {
    expect((await send(follow, 'GET /api/chat/stream')).status).toBe(404);
    const cookie = cookieOf(await saying('stream this'));
    const leaving = new AbortController();
    const response = await follow(
      new Request('http://desk.example/api/chat/stream', { headers: { cookie }, signal: leaving.signal }),
    );
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('hello')) heard += (await reader?.read())?.value ?? '';
    await saying('heard live', cookie);
    while (!heard.includes('heard live')) heard += (await reader?.read())?.value ?? '';
    leaving.abort();
    expect(heard).not.toContain('trn_');
  });
});

describe('a process', () => {
  it('is ready with a database that has its tables', async () => {
    const response = await ready();
    expect([response.status, await response.json()]).toEqual([200, { ready: true, missing: [] }]);
  });

  it('is not ready without, and says what is missing and nothing of where', async () => {
    await desk.prisma.$executeRawUnsafe('ALTER TABLE conversation RENAME TO elsewhere');
    const response = await ready();
    await desk.prisma.$executeRawUnsafe('ALTER TABLE elsewhere RENAME TO conversation');
    expect(response.status).toBe(503);
    const { missing } = (await response.json()) as { missing: string[] };
    expect(missing).toHaveLength(1);
    expect(missing.join()).not.toBe('');
    expect(missing.join()).not.toMatch(/postgres:|\/work|node_modules/);
  });
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createSender, type Message, retryAfter } from './sender';

const message: Message = {
  channel: 'chat',
  externalId: 'm1',
  from: { email: 'maya@example.com' },
  text: 'hi',
};
const answer = { messageId: 'trn_1', conversationId: 'cnv_1', customerId: 'cus_1', seq: 1, duplicate: false };
const problem = (status: number) => ({
  type: 'about:blank',
  title: 'No',
  status,
  detail: 'not like this',
  problems: [{ path: 'text', message: 'is empty' }],
});

type Handler = (request: IncomingMessage & { body: string }, response: ServerResponse, call: number) => void;
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const serve = async (handler: Handler) => {
  const seen: { url: string; authorization: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      seen.push({ url: request.url ?? '', authorization: request.headers.authorization, body });
      handler(Object.assign(request, { body }), response, seen.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const slept: number[] = [];
  const { port } = server.address() as AddressInfo;
  const sender = createSender({
    baseUrl: `http://127.0.0.1:${port}`,
    apiKey: 'cdk_test',
    attempts: 4,
    random: () => 0.5,
    sleep: async (ms) => void slept.push(ms),
  });
  return { sender, seen, slept };
};

const reply = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};
const { signal } = new AbortController();

describe('createSender', () => {
  test('sends the key and the message, and gives back what was accepted', async () => {
    const { sender, seen } = await serve((_request, response) => reply(response, 202, answer));
    expect(await sender.send(message, signal)).toEqual({ ok: true, value: answer });
    expect(seen).toEqual([
      { url: '/api/v1/messages', authorization: 'Bearer cdk_test', body: JSON.stringify(message) },
    ]);
  });

  test('tries 429 and 503 again after what Retry-After says, with the same external id', async () => {
    const { sender, seen, slept } = await serve((_request, response, call) => {
      if (call === 1) reply(response, 429, problem(429), { 'retry-after': '7' });
      else if (call === 2) reply(response, 503, problem(503));
      else reply(response, 202, answer);
    });
    expect((await sender.send(message, signal)).ok).toBe(true);
    expect(slept).toEqual([7_000, 1_000]);
    expect(new Set(seen.map(({ body }) => body)).size).toBe(1);
  });

  test('tries a dropped connection again', async () => {
    const { sender } = await serve((request, response, call) =>
      call === 1 ? request.socket.destroy() : reply(response, 202, answer),
    );
    expect((await sender.send(message, signal)).ok).toBe(true);
  });

  test('gives up what does not pass at once, with status, detail and path', async () => {
    const { sender, seen } = await serve((_request, response) => reply(response, 422, problem(422)));
    expect(await sender.send(message, signal)).toEqual({
      ok: false,
      status: 422,
      detail: 'not like this; text is empty',
    });
    expect(seen).toHaveLength(1);
  });

  test('gives up after its attempts', async () => {
    const { sender, seen } = await serve((_request, response) => reply(response, 503, problem(503)));
    expect(await sender.send(message, signal)).toMatchObject({ ok: false, status: 503 });
    expect(seen).toHaveLength(4);
  });

  test('an answer that is not of the contract is a refusal, not a crash', async () => {
    const { sender } = await serve((_request, response) => reply(response, 202, { fine: true }));
    expect(await sender.send(message, signal)).toMatchObject({ ok: false, status: 202 });
  });

  test('asks for the messages after a line', async () => {
    const heard = [{ seq: 2, role: 'rep', text: 'Hi', at: '2027-01-01T00:00:00.000Z' }];
    const { sender, seen } = await serve((_request, response) => reply(response, 200, { messages: heard }));
    expect(await sender.messagesAfter('cnv_1', 1, signal)).toEqual({ ok: true, value: heard });
    expect(seen[0]?.url).toBe('/api/v1/conversations/cnv_1/messages?after=1');
  });
});

test('Retry-After is seconds or a date, at most a minute', () => {
  const now = Date.parse('2027-01-01T00:00:00Z');
  expect(retryAfter('3', now)).toBe(3_000);
  expect(retryAfter('Fri, 01 Jan 2027 00:00:10 GMT', now)).toBe(10_000);
  expect(retryAfter('86400', now)).toBe(60_000);
  expect(retryAfter('-5', now)).toBe(0);
  expect(retryAfter('soon', now)).toBeNull();
  expect(retryAfter(null, now)).toBeNull();
});

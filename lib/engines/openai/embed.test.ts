import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/core/clock';
import { createEmbed, type Embed } from './embed';
import { FaultError } from './faults';

type Answer = (response: ServerResponse, texts: string[], headers: IncomingMessage['headers']) => void;

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** An embeddings endpoint that answers as it is told. */
const endpoint = async (answer: Answer): Promise<Embed> => {
  const server = createServer((request, response) => {
    let raw = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      raw += part;
    });
    request.on('end', () =>
      answer(response, (JSON.parse(raw) as { input: string[] }).input, request.headers),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  return createEmbed(
    { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: 'k', model: 'text-embedding-3-small' },
    systemClock,
  );
};

const json = (response: ServerResponse, body: unknown, status = 200): void => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
};
const rows = (vectors: unknown[]) => ({
  data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
  usage: { prompt_tokens: 50, total_tokens: 50 },
});

const ask = (
  embed: Embed,
  texts: string[],
  { timeoutMs = 2000, signal = new AbortController().signal } = {},
) => embed(texts, { signal, timeoutMs });
const faultOf = async (work: Promise<unknown>): Promise<string> => {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof FaultError) return thrown.fault.kind;
  throw thrown ?? new Error('nothing was thrown');
};

describe('createEmbed', () => {
  it('gives unit vectors in the order of the texts, whatever the order of the answer, and what they cost', async () => {
    const embed = await endpoint((response, texts) => {
      const { data, usage } = rows(texts.map((text) => [text.length, 0, 3]));
      json(response, { data: data.toReversed(), usage });
    });
    const { vectors, spent } = await ask(embed, ['four', 'x']);
    expect(vectors.map((vector) => [...vector].map((value) => Math.round(value * 100) / 100))).toEqual([
      [0.8, 0, 0.6],
      [0.32, 0, 0.95],
    ]);
    expect(spent).toEqual({ tokensIn: 50, tokensOut: 0, costMicros: 1 });
  });

  it.each<[string, Answer, string]>([
    ['429', (response) => json(response, { error: { message: 'slow down' } }, 429), 'rate-limited'],
    ['500', (response) => json(response, { error: {} }, 500), 'server-error'],
    ['401', (response) => json(response, { error: {} }, 401), 'rejected'],
    [
      'a page of a proxy',
      (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>502</h1>'),
      'not-json-response',
    ],
    ['half of an answer', (response) => json(response, '{"data": [{"index": 0, "embed'), 'not-json-response'],
    ['NaN', (response) => json(response, '{"data":[{"index":0,"embedding":[NaN,1]}]}'), 'not-json-response'],
    ['no data', (response) => json(response, { object: 'list' }), 'wrong-shape'],
    [
      'null in a vector',
      (response) =>
        json(
          response,
          rows([
            [null, 1],
            [1, 2],
          ]),
        ),
      'wrong-shape',
    ],
    ['infinity', (response) => json(response, '{"data":[{"index":0,"embedding":[1e999,1]}]}'), 'wrong-shape'],
    [
      'numbers too large to add up',
      (response) =>
        json(
          response,
          rows([
            [1e300, 1e300],
            [1, 0],
          ]),
        ),
      'wrong-meaning',
    ],
    [
      'a vector of nothing',
      (response) =>
        json(
          response,
          rows([
            [0, 0],
            [1, 0],
          ]),
        ),
      'wrong-meaning',
    ],
    ['an empty vector', (response) => json(response, rows([[], [1, 0]])), 'wrong-meaning'],
    ['fewer vectors than texts', (response) => json(response, rows([[1, 0]])), 'wrong-meaning'],
    [
      'one text twice',
      (response) => json(response, { data: [0, 0].map((index) => ({ index, embedding: [1, 0] })) }),
      'wrong-meaning',
    ],
    [
      'two dimensions in one answer',
      (response) =>
        json(
          response,
          rows([
            [1, 0],
            [1, 0, 0],
          ]),
        ),
      'wrong-meaning',
    ],
    ['a connection that is cut', (response) => void response.socket?.resetAndDestroy(), 'connection'],
  ])('ends as a fault on %s', async (_what, answer, kind) => {
    expect(await faultOf(ask(await endpoint(answer), ['a', 'b']))).toBe(kind);
  });

  it('stops waiting: before the answer begins, in the middle of it, and when the caller gives up', async () => {
    const silent = await endpoint(() => undefined);
    const halfway = await endpoint((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"data": [');
    });
    expect(await faultOf(ask(silent, ['a'], { timeoutMs: 40 }))).toBe('timeout');
    expect(await faultOf(ask(halfway, ['a'], { timeoutMs: 40 }))).toBe('timeout');
    const controller = new AbortController();
    const asked = ask(silent, ['a'], { signal: controller.signal });
    controller.abort(new Error('a newer turn'));
    expect(await faultOf(asked)).toBe('aborted');
  });
});

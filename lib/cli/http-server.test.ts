import { Agent, get, type IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { listenHttp } from './http-server';
import { assertPortFree } from './port';

const request = (port: number, path: string, agent?: Agent): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(
      {
        port,
        path,
        agent,
        host: '127.0.0.1',
        headers: path === '/events' ? { accept: 'text/event-stream' } : {},
      },
      resolve,
    ).on('error', reject);
  });

const bodyOf = async (response: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return body;
};

test('closing ends event streams at once and lets a request that is being answered finish', async () => {
  const http = await listenHttp(
    ({ url }, response) => {
      if (url === '/events')
        return void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      response.writeHead(200);
      response.write('first ');
      setTimeout(() => response.end('last'), 300);
    },
    '127.0.0.1',
    0,
  );
  const stream = await request(http.port, '/events');
  const streamEnded = new Promise((resolve) => stream.once('close', resolve));
  stream.on('error', () => undefined).resume();
  const answer = await request(http.port, '/slow');
  const [body] = await Promise.all([bodyOf(answer), http.close(), streamEnded]);
  expect(body).toBe('first last');
  await expect(request(http.port, '/new', new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a port that is taken is said in a sentence, before and while listening', async () => {
  const http = await listenHttp((_request, response) => void response.end(), '127.0.0.1', 0);
  const sentence = { code: 'conflict', message: expect.stringContaining(`Port ${http.port} is in use`) };
  await expect(assertPortFree('127.0.0.1', http.port)).rejects.toMatchObject(sentence);
  await expect(listenHttp(() => undefined, '127.0.0.1', http.port)).rejects.toMatchObject(sentence);
  await http.close();
  await expect(assertPortFree('127.0.0.1', http.port)).resolves.toBeUndefined();
});

test('a request carries the address of its peer, whatever the caller claims', async () => {
  const http = await listenHttp(
    ({ headers }, response) => void response.end(String(headers['x-cuedesk-address'])),
    '127.0.0.1',
    0,
  );
  const claimed = await fetch(`http://127.0.0.1:${http.port}/`, {
    headers: { 'x-cuedesk-address': '203.0.113.7' },
  });
  expect(await claimed.text()).toBe('127.0.0.1');
  await http.close();
});

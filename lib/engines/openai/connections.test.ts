import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '@/lib/core/clock';
import { createChat } from './chat';

const PIECE = { choices: [{ index: 0, delta: { content: '{}' }, finish_reason: 'stop' }] };
let connections = 0;
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(`data: ${JSON.stringify(PIECE)}\n\ndata: [DONE]\n\n`);
});
server.on('connection', () => {
  connections += 1;
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => void server.close());

const limits = { firstMs: 2_000, idleMs: 2_000, totalMs: 2_000 };

test('a call leaves its connection to the next', async () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const chat = createChat({ baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: 'k' }, systemClock);
  const { signal } = new AbortController();
  for (let n = 0; n < 5; n++) {
    const said = await chat(
      { model: 'm', messages: [], schema: { name: 's', schema: {} }, maxTokens: 1, temperature: 0 },
      { signal, limits },
    );
    expect(said).toMatchObject({ content: '{}', fault: null });
  }
  expect(connections).toBeLessThan(5);
});

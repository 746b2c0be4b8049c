import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenFailure } from './port';

const GRACE_MS = 4_000;

export interface HttpServer {
  server: Server;
  port: number;
  /** Takes no new connection, ends event streams, lets requests finish for a few seconds, then cuts what is left. */
  close(): Promise<void>;
}

const isStream = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');

/** Listens; rejects with a sentence when it cannot. */
export const listenHttp = async (
  handler: RequestListener,
  host: string,
  port: number,
  server = createServer(),
): Promise<HttpServer> => {
  const open = new Set<ServerResponse>();
  server.on('request', (request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    handler(request, response);
  });
  // Longer than the idle time of usual load balancers, which must never reuse a connection that we are closing.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  await new Promise<void>((resolve, reject) => {
    const failed = (thrown: Error) => reject(listenFailure(thrown, host, port));
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve();
    });
  });
  const address = server.address();
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const response of open) if (isStream(response)) response.destroy();
    // A connection whose last answer has gone out is kept open for the next request, which must not come.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    await Promise.race([closed, sleep(GRACE_MS, undefined, { ref: false })]);
    clearInterval(idle);
    server.closeAllConnections();
    await closed;
  };
  return { server, port: typeof address === 'object' && address ? address.port : port, close };
};

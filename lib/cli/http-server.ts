import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenFailure } from './port';

const GRACE_MS = 4_000;

interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
}

export interface HttpServer {
  server: Server;
  port: number;
  /** Takes no new connection, ends event streams, lets requests finish for a few seconds, then cuts what is left. */
  close(): Promise<void>;
}

/** By what was asked for or, when it was set by name, by what is answered: nobody can read headers that were written at once. */
const isStream = ({ req, res }: Exchange): boolean =>
  [req.headers.accept, res.getHeader('content-type')].some((type) =>
    String(type ?? '').startsWith('text/event-stream'),
  );

/** Listens; rejects with a sentence when it cannot. */
export const listenHttp = async (
  handler: RequestListener,
  host: string,
  port: number,
  server = createServer(),
): Promise<HttpServer> => {
  const open = new Set<Exchange>();
  server.on('request', (request, response) => {
    const exchange = { req: request, res: response };
    open.add(exchange);
    response.once('close', () => open.delete(exchange));
    // The peer's address, written over whatever a caller claims: limits by address count on it.
    request.headers['x-cuedesk-address'] = request.socket.remoteAddress ?? 'unknown';
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
    for (const exchange of open) if (isStream(exchange)) exchange.res.destroy();
    // A connection whose last answer has gone out is kept open for the next request, which must not come.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    await Promise.race([closed, sleep(GRACE_MS, undefined, { ref: false })]);
    clearInterval(idle);
    server.closeAllConnections();
    await closed;
  };
  return { server, port: typeof address === 'object' && address ? address.port : port, close };
};

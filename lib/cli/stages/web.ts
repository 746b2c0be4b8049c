import { createServer } from 'node:http';
import { env, provide } from '@/lib/env';
import { listenHttp } from '../http-server';
import type { Stage } from './stage';

const LOCAL = new Set(['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost']);

/** The address a person on this machine opens. */
export const addressOf = (host: string, port: number): string =>
  `http://${LOCAL.has(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;

export const webStage: Stage = {
  title: 'Web server',
  run: async (launch, detail) => {
    const { HOST, PORT, NEXTAUTH_URL } = env();
    const dev = launch.mode === 'development';
    provide({
      NODE_ENV: launch.mode,
      NEXT_TELEMETRY_DISABLED: '1',
      NEXTAUTH_URL: NEXTAUTH_URL ?? addressOf(HOST, PORT),
    });
    detail('loading the application');
    // Only now, because Next and React read NODE_ENV when they are loaded.
    const { default: next } = await import('next');
    const server = createServer();
    const app = next({
      dev,
      dir: process.cwd(),
      hostname: HOST,
      port: PORT,
      httpServer: server,
      quiet: true,
    });
    await app.prepare();
    const handle = app.getRequestHandler();
    const http = await listenHttp((request, response) => void handle(request, response), HOST, PORT, server);
    launch.address = addressOf(HOST, http.port);
    const { closeDatabase } = await import('@/lib/db/client');
    launch.shutdown.onStop(closeDatabase);
    launch.shutdown.onStop(() => app.close());
    launch.shutdown.onStop(http.close);
  },
};

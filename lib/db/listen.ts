import pg from 'pg';

const RETRY_MS = [200, 500, 1000, 2000, 5000];

export interface Listener {
  close(): Promise<void>;
}

/**
 * Holds one connection that LISTENs. When it breaks it is made again with back-off, and `onConnected` says each time that it stands:
 * what was notified in between is lost, so whoever listens catches up then.
 */
export const listen = (
  url: string,
  channels: readonly string[],
  handlers: { onNotification: (channel: string, payload: string) => void; onConnected: () => void },
): Listener => {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let attempt = 0;

  const retry = () => {
    client?.removeAllListeners();
    client?.on('error', () => undefined);
    client?.end().catch(() => undefined);
    client = null;
    if (closed) return;
    timer = setTimeout(connect, RETRY_MS[Math.min(attempt++, RETRY_MS.length - 1)]);
  };

  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: 'cuedesk listen',
    });
    client = next;
    next.on('error', retry);
    next.on('end', retry);
    next.on('notification', ({ channel, payload }) => handlers.onNotification(channel, payload ?? ''));
    try {
      await next.connect();
      await next.query(channels.map((channel) => `LISTEN ${pg.escapeIdentifier(channel)}`).join(';'));
    } catch {
      retry();
      return;
    }
    attempt = 0;
    handlers.onConnected();
  };
  void connect();

  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      client?.removeAllListeners();
      client?.on('error', () => undefined);
      await client?.end().catch(() => undefined);
    },
  };
};

'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { applyEvent } from '@/lib/client/apply-event';
import { connection } from '@/lib/client/connection';
import { meQuery } from '@/lib/client/people';
import { listen } from '@/lib/client/stream';
import { streamEventSchema } from '@/lib/contracts/events';
import type { Desk } from './desk-context';

/** How long the first answers take to come in, at most: they may be older than the stream. */
const SETTLE_MS = 1500;

/** Keeps the one stream of this tab open, and what is held in the browser safe when the page is left. */
export const useStream = ({ me, outbox, drafts }: Desk): void => {
  const client = useQueryClient();
  useEffect(() => {
    let settle: ReturnType<typeof setTimeout> | undefined;
    const follow = () =>
      listen('/api/stream', streamEventSchema, {
        onEvent: (event) => applyEvent(client, event, me.id),
        onReset: () => void client.invalidateQueries(),
        onState: (state) => {
          connection.set(state);
          if (state === 'live') {
            void drafts.flush();
            // The stream begins now; what was read before it began may have missed something.
            settle ??= setTimeout(() => void client.invalidateQueries({ stale: false }), SETTLE_MS);
          }
        },
        // A session that is over answers 401, which leads to the sign-in page.
        onRefused: () => void client.fetchQuery({ ...meQuery(), staleTime: 0 }).catch(() => undefined),
      });
    let stop = follow();
    const offline = (): void => connection.set('lost');
    // A connection that died quietly may look open for minutes; a new one is sure.
    const online = (): void => {
      stop();
      stop = follow();
      void client.invalidateQueries();
    };
    const leave = (): void => {
      void outbox.flush();
      void drafts.flush();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('offline', offline);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('offline', offline);
      window.removeEventListener('online', online);
      clearTimeout(settle);
      stop();
      leave();
    };
  }, [client, me.id, outbox, drafts]);
};

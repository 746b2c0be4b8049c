import { z } from 'zod';
import { type EphemeralEvent, ephemeralEventSchema } from '@/lib/contracts/events';
import { EPHEMERAL_CHANNEL } from '@/lib/db/ephemeral';
import { EVENT_CHANNEL, eventsAfter, type LoggedEvent, lastEventId } from '@/lib/db/events';
import { listen } from '@/lib/db/listen';
import { env } from '@/lib/env';
import { createHub } from '@/lib/realtime/hub';
import { log } from '@/lib/telemetry/log';
import { services } from './services';

export interface Listener {
  onEvents(events: LoggedEvent[]): void;
  onEphemeral(event: EphemeralEvent, queueId: string): void;
}

export interface Feed {
  join(after: bigint | null, listener: Listener): Promise<() => void>;
}

const ephemeralPayload = z.object({ event: ephemeralEventSchema, queueId: z.string() });

/** A safety net under the wake-ups: the log is looked at this often whatever is heard. */
const LOOK_MS = 5000;

const KEY = Symbol.for('cuedesk.feed');
const shared = globalThis as { [KEY]?: Promise<Feed> };

const open = async (): Promise<Feed> => {
  const { db } = await services();
  const hub = createHub<LoggedEvent>(
    { read: (after, limit) => eventsAfter(db, after, limit), last: () => lastEventId(db) },
    (error) => log.error({ err: error }, 'event log'),
  );
  const listeners = new Set<Listener>();
  listen(env().DATABASE_URL ?? '', [EVENT_CHANNEL, EPHEMERAL_CHANNEL], {
    onConnected: hub.wake,
    onNotification: (channel, payload) => {
      if (channel === EVENT_CHANNEL) return hub.wake();
      const parsed = ephemeralPayload.safeParse(JSON.parse(payload));
      if (parsed.success)
        for (const listener of listeners) listener.onEphemeral(parsed.data.event, parsed.data.queueId);
    },
  });
  setInterval(hub.wake, LOOK_MS).unref();
  return {
    join: async (after, listener) => {
      const { leave } = await hub.join(after, listener);
      listeners.add(listener);
      return () => {
        leave();
        listeners.delete(listener);
      };
    },
  };
};

/** The one reader of events of this process. */
export const feed = (): Promise<Feed> => {
  shared[KEY] ??= open().catch((thrown: unknown) => {
    delete shared[KEY];
    throw thrown;
  });
  return shared[KEY];
};

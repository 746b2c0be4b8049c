import { type Told, tellEphemerals } from '@/lib/db/ephemeral';
import { log } from '@/lib/telemetry/log';
import type { Services } from './services';

interface Live {
  conversationId: string;
  runId: string;
  queueId: string;
}

/**
 * Tells consoles the text of replies while they are written. What all runs of a process add while one statement is under way goes out
 * with the next: at once when little is said, and with few statements when much is.
 */
const createTeller = (db: Services['db']) => {
  let waiting = new Map<string, Live & { text: string }>();
  let busy = false;

  const drain = async (): Promise<void> => {
    busy = true;
    while (waiting.size > 0) {
      const told = [...waiting.values()].map(
        ({ queueId, ...delta }): Told => ({ queueId, event: { kind: 'reply.delta', ...delta } }),
      );
      waiting = new Map();
      // Nobody may rely on a delta: the cue that follows has the whole reply.
      await tellEphemerals(db, told).catch((error: unknown) => log.warn({ err: error }, 'reply delta'));
    }
    busy = false;
  };

  return (live: Live, text: string): void => {
    const before = waiting.get(live.runId)?.text ?? '';
    waiting.set(live.runId, { ...live, text: before + text });
    if (!busy) void drain();
  };
};

const tellers = new WeakMap<Services['db'], ReturnType<typeof createTeller>>();

/** The one teller of a database in this process. */
export const tellerOf = (db: Services['db']): ReturnType<typeof createTeller> => {
  const teller = tellers.get(db) ?? createTeller(db);
  tellers.set(db, teller);
  return teller;
};

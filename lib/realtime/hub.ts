/** Something of the log, in order. */
export interface Logged {
  id: bigint;
}

export interface EventSource<Event extends Logged> {
  /** Events after an id, oldest first, at most `limit`. */
  read(after: bigint, limit: number): Promise<Event[]>;
  last(): Promise<bigint>;
}

export interface Subscriber<Event extends Logged> {
  onEvents(events: Event[]): void;
}

export interface Hub<Event extends Logged> {
  /** Something was logged, by this process or another: read on. */
  wake(): void;
  /** Joins the live feed after `from` (null: from now on). What was missed comes first. Returns how to leave. */
  join(from: bigint | null, subscriber: Subscriber<Event>): Promise<{ at: bigint; leave: () => void }>;
}

const PAGE = 500;

/**
 * One reader of the log for all browsers of a process. Ids become visible in order (lib/db/events.ts), so following the highest id
 * seen misses nothing; notifications only say when to look.
 */
export const createHub = <Event extends Logged>(
  source: EventSource<Event>,
  onError: (thrown: unknown) => void,
): Hub<Event> => {
  const subscribers = new Map<Subscriber<Event>, bigint>();
  let cursor: bigint | null = null;
  let reading: Promise<void> | null = null;
  let again = false;

  const deliverTo = (subscriber: Subscriber<Event>, events: Event[]) => {
    const seen = subscribers.get(subscriber) ?? 0n;
    const fresh = events.filter((event) => event.id > seen);
    const newest = fresh.at(-1);
    if (!newest) return;
    subscribers.set(subscriber, newest.id);
    subscriber.onEvents(fresh);
  };

  const drain = async () => {
    do {
      again = false;
      cursor ??= await source.last();
      for (;;) {
        const events: Event[] = await source.read(cursor, PAGE);
        const newest = events.at(-1);
        if (!newest) break;
        cursor = newest.id;
        for (const subscriber of subscribers.keys()) deliverTo(subscriber, events);
        if (events.length < PAGE) break;
      }
    } while (again);
  };

  const wake = () => {
    if (reading) {
      again = true;
      return;
    }
    reading = drain()
      .catch(onError)
      .finally(() => {
        reading = null;
        if (again) wake();
      });
  };

  return {
    wake,
    join: async (from, subscriber) => {
      if (cursor === null) {
        wake();
        await reading;
      }
      let at = from ?? cursor ?? (await source.last());
      // Catch up alone until nothing the shared reader has passed is missing; the check and the joining are one synchronous act.
      do {
        const missed = await source.read(at, PAGE);
        const newest = missed.at(-1);
        if (!newest) break;
        at = newest.id;
        subscriber.onEvents(missed);
      } while (at < (cursor ?? 0n));
      subscribers.set(subscriber, at);
      wake();
      return { at, leave: () => subscribers.delete(subscriber) };
    },
  };
};

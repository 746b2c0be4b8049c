import { appendEvents } from '@/lib/db/events';
import { followDesk } from '@/lib/use-cases/follow-desk';
import { services } from '@/lib/use-cases/services';
import { withDesk } from './desk';
import { CONSOLE } from './heard';
import { type Bench, type Figures, latencyOf } from './report';

const CONSOLES = [1, 100, 1000];
const EVENTS = 1000;
const WRITERS = 8;
/** Share of consoles that lose their connection half way and come back with the last id they saw. */
const RECONNECTING = 0.1;
const PATIENCE_MS = 30_000;

interface Console {
  received: number;
  doubled: number;
  disordered: number;
  lastId: bigint;
  seen: Set<string>;
  leave: () => void;
}

const joined = async (
  told: (id: string, at: number) => void,
): Promise<{ console: Console; resume(): Promise<void> }> => {
  const console: Console = {
    received: 0,
    doubled: 0,
    disordered: 0,
    lastId: 0n,
    seen: new Set(),
    leave: () => undefined,
  };
  const join = async (after: bigint | null): Promise<void> => {
    console.leave = await followDesk(CONSOLE, after, (followed) => {
      const at = performance.now();
      for (const { id, event } of followed) {
        if (id === null || event.kind !== 'cues.withdrawn') continue;
        if (console.seen.has(event.conversationId)) console.doubled += 1;
        else {
          console.seen.add(event.conversationId);
          console.received += 1;
          told(event.conversationId, at);
        }
        if (id <= console.lastId) console.disordered += 1;
        console.lastId = id;
      }
    });
  };
  await join(null);
  const resume = async (): Promise<void> => {
    const { lastId } = console;
    if (lastId > 0n) await join(lastId);
  };
  return { console, resume };
};

/** Writes events from several transactions at once; `sent` says when each was handed to the database. */
const write = async (
  prefix: string,
  sent: Map<string, number>,
  halfWay: () => Promise<void>,
): Promise<void> => {
  const { db } = await services();
  let next = 0;
  let turned: Promise<void> | undefined;
  const writer = async (): Promise<void> => {
    while (next < EVENTS) {
      const id = `${prefix}-${next++}`;
      if (next > EVENTS / 2) turned ??= halfWay();
      sent.set(id, performance.now());
      await db.$transaction((tx) =>
        appendEvents(tx, [
          { event: { kind: 'cues.withdrawn', conversationId: id }, conversationId: id, queueId: 'general' },
        ]),
      );
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  await turned;
};

const measure = async (count: number): Promise<Figures> => {
  const sent = new Map<string, number>();
  const laps: number[] = [];
  const all = await Promise.all(
    Array.from({ length: count }, () => joined((id, at) => laps.push(at - (sent.get(id) ?? at)))),
  );
  const consoles = all.map(({ console }) => console);
  const dropping = all.slice(0, Math.floor(count * RECONNECTING));
  const start = performance.now();
  await write(`cnv_${count}`, sent, async () => {
    for (const { console } of dropping) console.leave();
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const { resume } of dropping) await resume();
  });
  const writeSeconds = (performance.now() - start) / 1000;
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; ) {
    if (consoles.every(({ received }) => received === EVENTS)) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const { leave } of consoles) leave();
  const sum = (figure: (console: Console) => number): number =>
    consoles.reduce((total, console) => total + figure(console), 0);
  return {
    events: EVENTS,
    reconnected: dropping.length,
    lost: sum(({ received }) => EVENTS - received),
    doubled: sum(({ doubled }) => doubled),
    disordered: sum(({ disordered }) => disordered),
    eventsPerSecond: EVENTS / writeSeconds,
    ...latencyOf(laps),
  };
};

/** Events from their transaction's start to consoles of one web process, some of which reconnect half way. */
export const streamBench: Bench = {
  run: (say) =>
    withDesk(say, async () => {
      const figures: Figures = {};
      for (const count of CONSOLES) {
        say(`${count} consoles`);
        figures[`${count} consoles`] = await measure(count);
      }
      return figures;
    }),
};

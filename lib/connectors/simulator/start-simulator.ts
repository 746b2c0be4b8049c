import { messageOf } from '@/lib/core/errors';
import { shuffle } from '@/lib/core/random';
import { type Ending, playScript } from './play-script';
import type { Script } from './script';
import { createSender, type Sender } from './sender';
import { jittered, sleep as realSleep, type Sleep } from './timing';

export interface SimulatorOptions {
  baseUrl: string;
  apiKey: string;
  scripts: readonly Script[];
  random: () => number;
  /** The most conversations at once, those that rest for want of an answer included: an empty desk is not flooded. */
  maxOpen?: number;
  /** 1 is human; 10 makes every wait a tenth. */
  pace?: number;
  /** Begins the names of the conversations: two simulators of one server need two. */
  name?: string;
  sleep?: Sleep;
  sender?: Sender;
  log?: (line: string) => void;
}

const LIVE_GAP_MS = 5_000;
const AMBIENT_GAP_MS = 40_000;
const FULL_GAP_MS = 5_000;
/** After so long without an answer, while others were answered, nobody is going to. */
const FORGOTTEN_MS = 60 * 60_000;

/** The scripts in order of play, with the name of each conversation: the ambient ones come round again under a new name. */
function* programme({
  scripts,
  random,
  name = 'sim',
}: SimulatorOptions): Generator<{ script: Script; thread: string; gap: number }> {
  const live = scripts.filter(({ kind }) => kind === 'live');
  const ambient = scripts.filter(({ kind }) => kind === 'ambient');
  for (const script of live) yield { script, thread: `${name}-${script.id}-0`, gap: LIVE_GAP_MS };
  for (let round = 0; ambient.length > 0; round++) {
    for (const script of shuffle(ambient, random))
      yield { script, thread: `${name}-${script.id}-${round}`, gap: AMBIENT_GAP_MS };
  }
}

/** Simulated customers write to the desk through the public API until `stop`, which resolves when the last has hung up. */
export const startSimulator = (options: SimulatorOptions): { stop(): Promise<void> } => {
  const { maxOpen = 8, pace = 1, random, sleep = realSleep, log = () => undefined } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const sender =
    options.sender ?? createSender({ baseUrl: options.baseUrl, apiKey: options.apiKey, sleep, random });
  const plays = new Map<string, { script: Script; done: Promise<Ending | null> }>();
  let answers = 0;

  /** How a play ended; null when it was stopped. */
  const play = async (script: Script, thread: string): Promise<Ending | null> => {
    let seen = 0;
    const onAnswer = (): void => {
      answers += 1;
      seen = answers;
    };
    const keepWatching = (restedMs: number): boolean => restedMs < FORGOTTEN_MS || answers === seen;
    try {
      const ending = await playScript(script, thread, {
        sender,
        sleep,
        random,
        signal,
        pace,
        onAnswer,
        keepWatching,
      });
      if (ending.end === 'refused')
        log(`${script.id}: refused with ${ending.refusal.status}, ${ending.refusal.detail}`);
      return ending;
    } catch (thrown) {
      if (!signal.aborted) log(`${script.id}: ${messageOf(thrown)}`);
      return null;
    } finally {
      plays.delete(thread);
    }
  };

  /** One conversation per customer at a time: nobody types in two windows. */
  const busy = (script: Script): boolean =>
    plays.size >= maxOpen ||
    [...plays.values()].some((other) => other.script.customer.email === script.customer.email);

  const run = async (): Promise<void> => {
    for (const { script, thread, gap } of programme(options)) {
      while (busy(script)) await sleep(jittered(FULL_GAP_MS, random) / pace, signal);
      const done = play(script, thread);
      plays.set(thread, { script, done });
      // What was played before a restart is over at once, and the next need not wait its turn.
      const stale = done.then((ending) =>
        ending?.end === 'played' && !ending.news ? undefined : new Promise<never>(() => undefined),
      );
      await Promise.race([sleep(jittered(gap, random) / pace, signal), stale]);
    }
  };
  const running = run().catch((thrown: unknown) => {
    if (!signal.aborted) log(messageOf(thrown));
  });

  return {
    stop: async () => {
      stopping.abort();
      await running;
      await Promise.all([...plays.values()].map(({ done }) => done));
    },
  };
};

import { startedByNpm } from '@/lib/env';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What has been started, so that it can be stopped in the opposite order. */
export interface Shutdown {
  /** Registers what ends something that now runs. */
  onStop(stop: () => unknown): void;
  /** Resolves when someone or something asks the process to end, with the exit code it should end with. */
  requested: Promise<number>;
  /** Asks it ourselves. */
  request(code: number): void;
  /** Stops everything, newest first. After `deadline` ms the process ends with what is left. */
  stop(): Promise<void>;
}

const DEADLINE_MS = 10_000;
/** Ctrl-C under npm arrives twice, from the terminal and from npm. */
const ONE_PRESS_MS = 1_000;

/** When npm is killed outright it passes no signal on; nobody would know that we are still here. */
const whenOrphaned = (then: () => void): void => {
  if (!startedByNpm()) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 1_000).unref();
};

/** Listens for Ctrl-C and for the signals of process managers. A second one does not wait for anything. */
export const createShutdown = (say: (line: string) => void, deadline = DEADLINE_MS): Shutdown => {
  const stops: (() => unknown)[] = [];
  let request: (code: number) => void = () => undefined;
  const requested = new Promise<number>((resolve) => {
    request = resolve;
  });
  let first: number | undefined;
  const end = (why: string) => {
    // Ending by `exit` still runs the last-resort handlers, one of which ends PostgreSQL.
    if (first !== undefined && Date.now() - first > ONE_PRESS_MS) process.exit(1);
    if (first !== undefined) return;
    first = Date.now();
    say(why);
    request(0);
  };
  for (const signal of SIGNALS)
    process.on(signal, () => end(signal === 'SIGINT' ? '\nStopping …' : 'Stopping …'));
  whenOrphaned(() => end('Stopping, because npm is gone …'));
  return {
    onStop: (stop) => stops.push(stop),
    requested,
    request: (code) => request(code),
    stop: async () => {
      const late = setTimeout(() => {
        say('Not everything stopped in time; ending anyway.');
        process.exit(1);
      }, deadline);
      for (let stop = stops.pop(); stop; stop = stops.pop()) {
        try {
          await stop();
        } catch (thrown) {
          say(`While stopping: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
        }
      }
      clearTimeout(late);
    },
  };
};

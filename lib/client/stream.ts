import type { z } from 'zod';

interface Listener<E> {
  onEvent(event: E): void;
  /** The gap was longer than the server remembers, or the position was lost: fetch everything again. */
  onReset(): void;
  onState(state: 'live' | 'lost'): void;
  /** The server answered no: perhaps this session is over. */
  onRefused(): void;
}

/** The part of EventSource this uses, so that a test can stand in for it. */
export interface Source {
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void;
  readonly readyState: number;
  close(): void;
}

const CLOSED = 2;
const LONGEST_WAIT = 15_000;

interface Ports {
  open(url: string): Source;
  after(ms: number, call: () => void): () => void;
}

const browser: Ports = {
  open: (url) => new EventSource(url),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

const parse = (data: string): unknown => {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
};

/**
 * Listens to a stream of events and keeps it open. The browser resumes by Last-Event-ID after a break; where it
 * gives up (the server refused), this opens a new one, and because the position is then lost, asks for a reset.
 * An event this version does not know is skipped. Returns how to stop.
 */
export const listen = <E>(
  url: string,
  schema: z.ZodType<E>,
  listener: Listener<E>,
  { open, after }: Ports = browser,
): (() => void) => {
  let source: Source | undefined;
  let cancel = (): void => {};
  let failures = 0;
  let stopped = false;

  const connect = (reopened: boolean): void => {
    if (stopped) return;
    const current = open(url);
    source = current;
    const alive = (): void => {
      failures = 0;
      listener.onState('live');
    };
    current.addEventListener('open', () => {
      alive();
      if (reopened) listener.onReset();
    });
    current.addEventListener('hello', alive);
    current.addEventListener('reset', () => listener.onReset());
    current.addEventListener('message', ({ data }) => {
      const event = schema.safeParse(parse(data));
      if (event.success) listener.onEvent(event.data);
    });
    current.addEventListener('error', () => {
      listener.onState('lost');
      if (current.readyState !== CLOSED) return;
      current.close();
      listener.onRefused();
      failures += 1;
      cancel = after(Math.min(500 * 2 ** failures, LONGEST_WAIT), () => connect(true));
    });
  };

  connect(false);
  return () => {
    stopped = true;
    cancel();
    source?.close();
  };
};

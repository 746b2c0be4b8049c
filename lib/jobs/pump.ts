/** As many as one process takes at a time, so that others find something too. */
const BATCH = 8;

export interface Pump {
  /** There may be more to do. */
  wake(): void;
  /** Takes nothing more; resolves when what was begun has ended. */
  stop(): Promise<void>;
}

interface Options<Job> {
  /** Jobs at once. */
  concurrency: number;
  fetch(limit: number): Promise<Job[]>;
  work(job: Job): Promise<void>;
  onError(thrown: unknown): void;
}

/** Takes jobs while it has room for them: one look per wake-up, however many jobs may run at once. */
export const createPump = <Job>({ concurrency, fetch, work, onError }: Options<Job>): Pump => {
  const running = new Set<Promise<void>>();
  let pulling: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const begin = (job: Job): void => {
    const ended = work(job)
      .catch(onError)
      .finally(() => {
        running.delete(ended);
        // Who was full did not look when it was woken.
        if (running.size === concurrency - 1) wake();
      });
    running.add(ended);
  };

  const pull = async (): Promise<void> => {
    do {
      again = false;
      for (let asked = room(); asked > 0; asked = room()) {
        const jobs = await fetch(asked);
        for (const job of jobs) begin(job);
        if (jobs.length < asked) break;
      }
    } while (again);
  };

  const room = (): number => (stopped ? 0 : Math.min(BATCH, concurrency - running.size));

  const wake = (): void => {
    if (stopped) return;
    if (pulling !== null) {
      again = true;
      return;
    }
    pulling = pull()
      .catch(onError)
      .finally(() => {
        pulling = null;
        if (again) wake();
      });
  };

  return {
    wake,
    stop: async () => {
      stopped = true;
      await pulling;
      await Promise.all(running);
    },
  };
};

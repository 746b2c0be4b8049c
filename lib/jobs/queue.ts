import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss, type SendOptions } from 'pg-boss';
import { messageOf } from '@/lib/core/errors';
import { inBatches } from './in-batches';
import { createPump } from './pump';

/** The schema that pg-boss keeps its tables in. */
const SCHEMA = 'pgboss';

/** Seconds after which a job whose worker died is given to another. */
const EXPIRE_SECONDS = 60;

/** A safety net under the wake-ups. */
const LOOK_MS = 500;

/** What the clock asks for may take this long, and is not looked for often. */
const NIGHTLY_EXPIRE_SECONDS = 900;
const NIGHTLY_LOOK_SECONDS = 5;

/** What runs has this long to end when the process is told to. */
const STOP_MS = 8000;

/** Every kind of job with its payload: ids only, so that a job is never older than what it is about. */
export interface Jobs {
  run: { runId: string };
  action: { actionId: string };
}

const QUEUES = ['run', 'action'] as const satisfies readonly (keyof Jobs)[];

/** A transaction as pg-boss needs it. */
export interface SqlRunner {
  $queryRawUnsafe(sql: string, ...values: unknown[]): Promise<unknown>;
}

const within = (tx: SqlRunner): NonNullable<SendOptions['db']> => ({
  executeSql: async (text, values) => {
    const rows = await tx.$queryRawUnsafe(text, ...(values ?? []));
    return { rows: Array.isArray(rows) ? rows : [] };
  },
});

export interface JobQueue {
  /** Adds a job in the transaction of the fact that causes it. */
  enqueue<Name extends keyof Jobs>(tx: SqlRunner, name: Name, data: Jobs[Name]): Promise<void>;
  /** Works jobs off, `concurrency` at once. Looks for them when what it returns is called, and now and then. */
  work<Name extends keyof Jobs>(
    name: Name,
    concurrency: number,
    handler: (data: Jobs[Name]) => Promise<void>,
  ): () => void;
  /** Has `handler` run by the clock, once for all workers; `cron` is in UTC. What it throws is tried again twice. */
  nightly(name: string, cron: string, handler: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the queue. A web process only enqueues; a worker also supervises, so that jobs of the dead come back. */
export const openQueue = async (
  url: string,
  role: 'enqueue' | 'work',
  onError: (error: Error) => void,
): Promise<JobQueue> => {
  const works = role === 'work';
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    max: works ? 6 : 2,
    supervise: works,
    schedule: works,
    application_name: `cuedesk jobs`,
  });
  boss.on('error', onError);
  await boss.start();
  for (const name of QUEUES) {
    await boss.createQueue(name, {
      // pg-boss would wake every one of a process's workers for each job; whoever queues a run wakes one pump instead.
      notify: false,
      retryLimit: 5,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: EXPIRE_SECONDS,
      deleteAfterSeconds: 3600,
    });
  }
  const stops: (() => Promise<void>)[] = [];
  return {
    enqueue: async (tx, name, data) => {
      await boss.send(name, data, { db: within(tx) });
    },
    work: (name, concurrency, handler) => {
      const complete = inBatches((ids: string[]) => boss.complete(name, ids));
      const pump = createPump({
        concurrency,
        fetch: (batchSize) => boss.fetch<Jobs[typeof name]>(name, { batchSize }),
        work: async ({ id, data }) => {
          try {
            await handler(data);
          } catch (thrown) {
            await boss.fail(name, id, { message: messageOf(thrown) });
            return;
          }
          await complete(id);
        },
        onError: (thrown) => onError(thrown instanceof Error ? thrown : new Error(messageOf(thrown))),
      });
      const looking = setInterval(pump.wake, LOOK_MS);
      stops.push(async () => {
        clearInterval(looking);
        await Promise.race([pump.stop(), sleep(STOP_MS, undefined, { ref: false })]);
      });
      pump.wake();
      return pump.wake;
    },
    nightly: async (name, cron, handler) => {
      await boss.createQueue(name, {
        notify: false,
        retryLimit: 2,
        retryDelay: 60,
        expireInSeconds: NIGHTLY_EXPIRE_SECONDS,
        deleteAfterSeconds: 7 * 86_400,
      });
      await boss.schedule(name, cron, null, { tz: 'UTC' });
      await boss.work(name, { pollingIntervalSeconds: NIGHTLY_LOOK_SECONDS }, handler);
    },
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
};

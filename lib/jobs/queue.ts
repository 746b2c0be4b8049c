import { PgBoss, type SendOptions } from 'pg-boss';
import { messageOf } from '@/lib/core/errors';

/** The schema that pg-boss keeps its tables in. */
const SCHEMA = 'pgboss';

/** Seconds after which a job whose worker died is given to another. */
const EXPIRE_SECONDS = 60;

/** Every kind of job with its payload: ids only, so that a job is never older than what it is about. */
export interface Jobs {
  run: { runId: string };
}

const QUEUES = ['run'] as const satisfies readonly (keyof Jobs)[];

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
  /** Works jobs off, `concurrency` at once, woken by notification. */
  work<Name extends keyof Jobs>(
    name: Name,
    concurrency: number,
    handler: (data: Jobs[Name]) => Promise<void>,
  ): Promise<void>;
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
    schedule: false,
    useListenNotify: works,
    application_name: `cuedesk jobs`,
  });
  boss.on('error', onError);
  await boss.start();
  for (const name of QUEUES) {
    await boss.createQueue(name, {
      notify: true,
      retryLimit: 5,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: EXPIRE_SECONDS,
      deleteAfterSeconds: 3600,
    });
  }
  return {
    enqueue: async (tx, name, data) => {
      await boss.send(name, data, { db: within(tx) });
    },
    work: async (name, concurrency, handler) => {
      let busy = 0;
      // While every worker is busy nobody hears a wake-up, so whoever gets free looks for more at once.
      const others = async () => {
        while (busy >= concurrency) {
          const jobs = await boss.fetch<Jobs[typeof name]>(name, { batchSize: 1 });
          if (jobs.length === 0) return;
          for (const job of jobs) {
            try {
              await handler(job.data);
              await boss.complete(name, job.id);
            } catch (thrown) {
              await boss.fail(name, job.id, { message: messageOf(thrown) });
            }
          }
        }
      };
      await boss.work<Jobs[typeof name]>(
        name,
        { localConcurrency: concurrency, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 },
        async (jobs) => {
          busy += 1;
          try {
            for (const job of jobs) await handler(job.data);
            await others();
          } finally {
            busy -= 1;
          }
        },
      );
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 8000 });
    },
  };
};

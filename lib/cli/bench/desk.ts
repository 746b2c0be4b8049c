import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@/lib/db/migrate/migrate';
import { openEmbedded } from '@/lib/db/server/embedded';
import { provide } from '@/lib/env';
import { seedDemo } from '@/prisma/seed/seed-demo';

/** A whole Cuedesk for one measurement: a durable PostgreSQL in a folder of its own, the demo organisation, workers in processes of their own. */
export interface BenchDesk {
  databaseUrl: string;
  /** Resolves when the worker works. `concurrency` is runs at once. */
  addWorker(concurrency: number): Promise<ChildProcess>;
  stop(): Promise<void>;
}

const WORKER = join(import.meta.dirname, 'worker-process.ts');

/** Starts a worker process and waits until it works; rejects when it ends before that. */
export const forkWorker = async (databaseUrl: string, concurrency: number): Promise<ChildProcess> => {
  const child = fork(WORKER, [databaseUrl, String(concurrency)], { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the worker ended while starting, with ${code}`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return child;
};

const endWorker = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
};

/** Leaves the database before it goes, so that nobody complains of a lost connection. */
const closeServices = async (): Promise<void> => {
  const { services } = await import('@/lib/use-cases/services');
  const { closeDatabase } = await import('@/lib/db/client');
  await services().then(({ jobs }) => jobs.stop());
  await closeDatabase();
};

/**
 * Opens a desk. Its settings apply to this process and the workers it starts: what is passed in `models` is the endpoint of language
 * models; without it only the local engine answers, whatever the environment says.
 */
export const openDesk = async (
  say: (line: string) => void,
  models: { OPENAI_BASE_URL?: string; OPENAI_API_KEY?: string; OPENAI_MODEL?: string } = {},
): Promise<BenchDesk> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-bench-'));
  // The server's own user has to pass through.
  await chmod(folder, 0o711);
  const server = await openEmbedded(folder, { command: 'npm run bench', progress: say });
  provide({ DATABASE_URL: server.url, OPENAI_BASE_URL: '', OPENAI_API_KEY: '', OPENAI_MODEL: '', ...models });
  const workers: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(workers.map(endWorker));
    await closeServices().catch(() => undefined);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    say('seeding the demo organisation');
    await migrate(server.url);
    const { database } = await import('@/lib/db/client');
    await seedDemo(database().prisma, { now: new Date(), passwords: () => 'not-used-by-a-bench' });
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  return {
    databaseUrl: server.url,
    stop,
    addWorker: async (concurrency) => {
      const child = await forkWorker(server.url, concurrency);
      workers.push(child);
      return child;
    },
  };
};

/** Opens a desk for `work` and closes it whatever happens, Ctrl-C included. */
export const withDesk = async <T>(
  say: (line: string) => void,
  work: (desk: BenchDesk) => Promise<T>,
  models?: Parameters<typeof openDesk>[1],
): Promise<T> => {
  const desk = await openDesk(say, models);
  const interrupted = (): void => void desk.stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    return await work(desk);
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    await desk.stop();
  }
};

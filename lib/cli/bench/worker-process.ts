import { z } from 'zod';
import { provide } from '@/lib/env';
import { startWorker } from '@/lib/worker/start-worker';

/** The worker of a bench: `worker-process.ts DATABASE_URL CONCURRENCY`, in a process of its own; says `ready` to its parent. */
const [databaseUrl, concurrency] = z
  .tuple([z.url(), z.coerce.number().int().positive()])
  .parse(process.argv.slice(2));
provide({ DATABASE_URL: databaseUrl });
const worker = await startWorker({ databaseUrl, concurrency });
const stop = (): void => void worker.stop().finally(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// A parent that died leaves nothing behind.
process.once('disconnect', stop);
process.send?.('ready');

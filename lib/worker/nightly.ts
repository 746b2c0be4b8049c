import type { JobQueue } from '@/lib/jobs/queue';
import { log } from '@/lib/telemetry/log';
import { PRODUCT } from '@/lib/use-cases/product-actor';
import { scoreEveryone } from '@/lib/use-cases/score-everyone';
import { trainCancelRisk } from '@/lib/use-cases/train-cancel-risk';

/** What the clock asks for, in UTC: a candidate is learnt at night; in the morning everyone is scored by the version in force. */
const NIGHTLY: readonly { name: string; cron: string; run: () => Promise<object> }[] = [
  { name: 'train-cancel-risk', cron: '0 2 * * *', run: () => trainCancelRisk(PRODUCT) },
  { name: 'score-everyone', cron: '0 6 * * *', run: () => scoreEveryone(PRODUCT) },
];

export const startNightly = async (jobs: JobQueue): Promise<void> => {
  for (const { name, cron, run } of NIGHTLY)
    await jobs.nightly(name, cron, async () => {
      log.info({ nightly: name, result: await run() }, 'done by the clock');
    });
};

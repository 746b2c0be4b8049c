import { HOUR, systemClock } from '@/lib/core/clock';
import { createDatabase } from '@/lib/db/client';
import { forgetAnswers } from '@/lib/db/idempotency';
import { listen } from '@/lib/db/listen';
import { QUEUED_CHANNEL, SUPERSEDED_CHANNEL, strandedRuns } from '@/lib/db/runs';
import { openQueue } from '@/lib/jobs/queue';
import { log } from '@/lib/telemetry/log';
import { assistant, releaseAssistant } from '@/lib/use-cases/assistant';
import { openPolicies } from '@/lib/use-cases/policies-in-force';
import { processRun } from '@/lib/use-cases/process-run';
import { runAction } from '@/lib/use-cases/run-action';
import { provideServices } from '@/lib/use-cases/services';
import { startNightly } from './nightly';
import { startActionRescue } from './rescue-actions';

/** How often runs are looked for that nobody works on. */
const RESCUE_MS = 2000;
const RESCUED_AT_ONCE = 20;

/** Actions are run by whoever approves them; the worker only finishes what was left. */
const ACTIONS_AT_ONCE = 2;

export interface WorkerOptions {
  databaseUrl: string;
  /** Runs worked on at once. */
  concurrency?: number;
}

export interface Worker {
  stop(): Promise<void>;
}

/** Works runs off until it is stopped: woken by jobs, told by notification when a run is superseded, and looking for stranded runs. */
export const startWorker = async ({ databaseUrl, concurrency = 8 }: WorkerOptions): Promise<Worker> => {
  const database = createDatabase(databaseUrl, { max: Math.min(concurrency + 4, 16) });
  const [policies, jobs] = await Promise.all([
    openPolicies(),
    openQueue(databaseUrl, 'work', (error) => log.error({ err: error }, 'job queue')),
  ]);
  provideServices({ db: database.prisma, jobs, policies, clock: systemClock });
  await assistant();

  const running = new Map<string, AbortController>();
  const work = async (runId: string): Promise<void> => {
    if (running.has(runId)) return;
    const controller = new AbortController();
    running.set(runId, controller);
    try {
      await processRun(runId, controller.signal);
    } finally {
      running.delete(runId);
    }
  };

  jobs.work('action', ACTIONS_AT_ONCE, async ({ actionId }) => {
    await runAction(actionId);
  });
  await startNightly(jobs);
  const look = jobs.work('run', concurrency, ({ runId }) => work(runId));
  const told = listen(databaseUrl, [SUPERSEDED_CHANNEL, QUEUED_CHANNEL], {
    onConnected: look,
    onNotification: (channel, runId) => {
      if (channel === QUEUED_CHANNEL) look();
      else running.get(runId)?.abort(new Error('superseded by a newer turn'));
    },
  });
  const rescue = setInterval(() => {
    strandedRuns(database.prisma, RESCUED_AT_ONCE)
      .then((ids) => Promise.all(ids.map(work)))
      .catch((error: unknown) => log.warn({ err: error }, 'looking for stranded runs'));
  }, RESCUE_MS);

  const actionRescue = startActionRescue(database.prisma);

  const sweep = setInterval(() => {
    forgetAnswers(database.prisma, systemClock.now()).catch((error: unknown) =>
      log.warn({ err: error }, 'forgetting old idempotency keys'),
    );
  }, HOUR);

  return {
    stop: async () => {
      clearInterval(rescue);
      clearInterval(sweep);
      policies.stop();
      await jobs.stop();
      await actionRescue.stop();
      // Whatever has not ended by now is given up without a mark of failure: another worker takes it when the lease is over.
      for (const controller of running.values()) controller.abort(new Error('the worker stops'));
      await told.close();
      await releaseAssistant();
      await database.close();
    },
  };
};

import { strandedActions } from '@/lib/db/actions';
import type { Db } from '@/lib/db/handle';
import { log } from '@/lib/telemetry/log';
import { runAction } from '@/lib/use-cases/run-action';

const LOOK_MS = 2000;
const AT_ONCE = 20;

/**
 * Runs approved actions whose job is not coming: a worker died with it and pg-boss gives it out again only after minutes, it was tried
 * too often, or a backup was restored, which has no jobs. One look at a time; an action runs once whoever else runs it.
 */
export const startActionRescue = (db: Db): { stop(): Promise<void> } => {
  let looking: Promise<void> | null = null;
  let stopped = false;

  const look = async (): Promise<void> => {
    for (const id of await strandedActions(db, AT_ONCE)) {
      if (stopped) return;
      await runAction(id).catch((error: unknown) =>
        log.warn({ err: error, actionId: id }, 'running a stranded action'),
      );
    }
  };
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => log.warn({ err: error }, 'looking for stranded actions'))
      .finally(() => {
        looking = null;
      });
  }, LOOK_MS);

  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
};

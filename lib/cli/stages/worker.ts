import type { Stage } from './stage';

export const workerStage: Stage = {
  title: 'Worker',
  run: async ({ databaseUrl, shutdown }) => {
    const { startWorker } = await import('../../worker/start-worker');
    const worker = await startWorker({ databaseUrl });
    shutdown.onStop(() => worker.stop());
  },
};

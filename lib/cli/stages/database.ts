import { openDatabaseServer } from '../database-server';
import type { Stage } from './stage';

export const databaseStage: Stage = {
  title: 'Database',
  run: async (launch, detail) => {
    const server = await openDatabaseServer({
      command: launch.command,
      whenOwned: 'refuse',
      progress: detail,
    });
    launch.databaseUrl = server.url;
    launch.shutdown.onStop(server.stop);
    let stopping = false;
    launch.shutdown.onStop(() => {
      stopping = true;
    });
    void server.ended.then(() => {
      if (stopping) return;
      process.stderr.write('PostgreSQL ended unexpectedly; its log in the data folder says why.\n');
      launch.shutdown.request(1);
    });
  },
};

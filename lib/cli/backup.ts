import { join, resolve } from 'node:path';
import { takeBackup } from '@/lib/db/backup/take';
import { env } from '@/lib/env';
import { command } from './command';
import { openDatabaseServer } from './database-server';
import { progressOn } from './progress';

const stamp = (at: Date): string => at.toISOString().slice(0, 19).replaceAll(':', '-');

await command({
  name: 'npm run backup',
  about: 'Writes everything in the database to a folder, from one moment, while Cuedesk goes on running.',
  positionals: ['[FOLDER]'],
  notes: [
    'FOLDER is new or empty; by default backups/<time> in the data folder.',
    'Secrets of the data folder and jobs that wait are not in it. npm run restore loads it.',
  ],
  run: async ({ positionals: [folder] }) => {
    const { step } = progressOn(process.stdout);
    const now = new Date();
    const dir = folder ? resolve(folder) : join(env().dataDir, 'backups', stamp(now));
    const server = await step('Database', (progress) =>
      openDatabaseServer({ command: 'npm run backup', whenOwned: 'attach', progress }),
    );
    try {
      const { tables } = await step('Backup', (detail) => takeBackup(server.url, dir, now, detail));
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      process.stdout.write(`${rows} rows of ${tables.length} tables are in ${dir}\n`);
      return 0;
    } finally {
      await server.stop();
    }
  },
});

import { resolve } from 'node:path';
import { AppError } from '@/lib/core/errors';
import { restoreBackup } from '@/lib/db/backup/restore';
import { command } from './command';
import { openDatabaseServer } from './database-server';
import { progressOn } from './progress';

await command({
  name: 'npm run restore',
  about: 'Loads a backup into an empty database and checks every row against its manifest.',
  positionals: ['FOLDER'],
  notes: [
    'Example, into a data folder of its own: CUEDESK_DATA=/srv/cuedesk npm run restore -- /srv/backups/2026-11-20',
  ],
  run: async ({ positionals: [folder, ...rest] }) => {
    if (folder === undefined || rest.length > 0)
      throw new AppError(
        'invalid',
        'Name the one folder of the backup, as in npm run restore -- /srv/backups/2026-11-20.',
      );
    const { step } = progressOn(process.stdout);
    const server = await step('Database', (progress) =>
      openDatabaseServer({ command: 'npm run restore', whenOwned: 'refuse', progress }),
    );
    try {
      const { tables, takenAt } = await step('Restore', (detail) =>
        restoreBackup(server.url, resolve(folder), detail),
      );
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      process.stdout.write(`${rows} rows of ${tables.length} tables, as they were at ${takenAt}\n`);
      return 0;
    } finally {
      await server.stop();
    }
  },
});

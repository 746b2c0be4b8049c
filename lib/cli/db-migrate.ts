import { migrate, migrationStanding } from '@/lib/db/migrate/migrate';
import { command } from './command';
import { openDatabaseServer } from './database-server';

await command({
  name: 'npm run db:migrate',
  about: 'Brings the database up to this version. npm start does it by itself.',
  options: { status: { type: 'boolean', help: 'only say where the database stands' } },
  run: async ({ values: { status } }) => {
    const server = await openDatabaseServer({ command: 'npm run db:migrate', whenOwned: 'attach' });
    try {
      if (status) {
        const now = await migrationStanding(server.url);
        process.stdout.write(
          now.kind === 'behind'
            ? `Not applied: ${now.pending.join(', ')}\n`
            : `The database is ${now.kind}.\n`,
        );
        return now.kind === 'current' ? 0 : 1;
      }
      const applied = await migrate(server.url);
      process.stdout.write(
        applied.length > 0 ? `Applied: ${applied.join(', ')}\n` : 'The database is up to date.\n',
      );
      return 0;
    } finally {
      await server.stop();
    }
  },
});

import { join, relative } from 'node:path';
import { AppError } from '@/lib/core/errors';
import { writeMigration } from '@/lib/db/migrate/new-migration';
import { startScratchServer } from '@/lib/db/server/scratch';
import { env } from '@/lib/env';
import { command } from './command';

await command({
  name: 'npm run db:new-migration',
  about:
    'Writes the migration from the last one to prisma/schema.prisma, for you to read and amend before it is applied.',
  positionals: ['NAME'],
  notes: ['NAME says what it does, as in add_survey. Your database is not touched.'],
  run: async ({ positionals: [name, ...rest] }) => {
    if (name === undefined || rest.length > 0)
      throw new AppError(
        'invalid',
        'Give the migration one name, as in npm run db:new-migration -- add_survey.',
      );
    const server = await startScratchServer(join(env().dataDir, 'scratch'));
    try {
      const file = await writeMigration(name, server.url('postgres'), new Date());
      process.stdout.write(`Wrote ${relative(process.cwd(), file)}\n`);
    } finally {
      await server.stop();
    }
  },
});

import { ensureClient } from '@/lib/db/generate';
import { command } from './command';
import { ensureBuild } from './next-build';
import { progressOn } from './progress';

await command({
  name: 'npm run build',
  about: 'Builds the application for npm start, which does it by itself when the build is missing or stale.',
  options: { force: { type: 'boolean', short: 'f', help: 'build although nothing has changed' } },
  run: async ({ values: { force } }) => {
    const { step } = progressOn(process.stdout);
    await step('Database client', ensureClient);
    const built = await step('Build', (detail) => ensureBuild({ force }, detail));
    process.stdout.write(built ? 'Built.\n' : 'The build is up to date.\n');
  },
});

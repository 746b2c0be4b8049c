import { command } from './command';
import { serve } from './serve';

await command({
  name: 'npm run worker',
  about: 'Starts a process that only works on jobs, beside web processes on the same database.',
  notes: ['Set DATABASE_URL to the database they share.'],
  run: () => serve({ command: 'npm run worker', mode: 'production', role: 'worker' }),
});

import { env, provide } from '@/lib/env';
import { command } from './command';
import { serve } from './serve';

await command({
  name: 'npm start',
  about:
    'Starts Cuedesk: its database, migrations, the demo organisation on first run, the build when it is stale, the server and the worker.',
  options: {
    port: { type: 'string', short: 'p', value: 'PORT', help: 'listen here (default: PORT, else 3000)' },
    host: { type: 'string', value: 'HOST', help: 'listen on this address (default: HOST, else 127.0.0.1)' },
    role: { type: 'string', value: 'ROLE', help: 'all, web or worker (default: CUEDESK_ROLE, else all)' },
  },
  notes: [
    'Settings are variables of the environment or of .env; .env.example explains each.',
    'Without DATABASE_URL it runs its own PostgreSQL in the data folder (CUEDESK_DATA).',
  ],
  run: ({ values: { port, host, role } }) => {
    provide({
      ...(port && { PORT: port }),
      ...(host && { HOST: host }),
      ...(role && { CUEDESK_ROLE: role }),
    });
    return serve({ command: 'npm start', mode: 'production', role: env().CUEDESK_ROLE });
  },
});

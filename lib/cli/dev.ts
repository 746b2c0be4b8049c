import { env, provide } from '@/lib/env';
import { command } from './command';
import { serve } from './serve';

await command({
  name: 'npm run dev',
  about:
    'Starts Cuedesk for working on it: as npm start, with pages compiled when they are opened and again when their code changes.',
  options: {
    port: { type: 'string', short: 'p', value: 'PORT', help: 'listen here (default: PORT, else 3000)' },
  },
  run: ({ values: { port } }) => {
    provide({ ...(port && { PORT: port }) });
    return serve({ command: 'npm run dev', mode: 'development', role: env().CUEDESK_ROLE });
  },
});

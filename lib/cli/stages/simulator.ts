import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '@/lib/core/random';
import { env } from '@/lib/env';
import type { Stage } from './stage';

/** Customers who write to the demo desk by themselves, through the public API and with the demo's own key. */
export const simulatorStage: Stage = {
  title: 'Simulated customers',
  run: async ({ address, shutdown }) => {
    const keyFile = join(env().dataDir, 'api-key');
    // A demo that another installation seeded: its key is a hash in the database, and nobody here knows it.
    if (!existsSync(keyFile)) return;
    const [{ startSimulator }, { loadScripts }, { log }] = await Promise.all([
      import('@/lib/connectors/simulator/start-simulator'),
      import('@/prisma/seed/scripts'),
      import('@/lib/telemetry/log'),
    ]);
    const simulator = startSimulator({
      baseUrl: address,
      apiKey: (await readFile(keyFile, 'utf8')).trim(),
      scripts: await loadScripts(),
      random: seededRandom(Date.now()),
      log: (line) => log.warn({ line }, 'simulator'),
    });
    shutdown.onStop(() => simulator.stop());
  },
};

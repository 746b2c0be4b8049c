import { systemClock } from '@/lib/core/clock';
import { createDatabase } from '@/lib/db/client';
import { policyStore } from '@/lib/policies/store';
import { policiesDir } from '@/lib/use-cases/policies-in-force';
import { PRODUCT } from '@/lib/use-cases/product-actor';
import { promoteModelOn } from '@/lib/use-cases/promote-model';
import { scoreEveryoneOn } from '@/lib/use-cases/score-everyone';
import { trainCancelRiskOn } from '@/lib/use-cases/train-cancel-risk';
import { command } from './command';
import { openDatabaseServer } from './database-server';

await command({
  name: 'npm run train:risk',
  about: 'Learns cancel risk from who left and who stayed, as a candidate version.',
  options: {
    promote: { type: 'boolean', help: 'put it in force, and score every customer by it' },
    json: { type: 'boolean', help: 'print one JSON object' },
  },
  notes: [
    'With fewer than 200 outcomes, or fewer than 30 who left, it says so and stores nothing.',
    'Figures are cross-fitted: each outcome is judged by weights that had not seen it.',
  ],
  run: async ({ values: { promote = false, json = false } }) => {
    const server = await openDatabaseServer({ command: 'npm run train:risk', whenOwned: 'attach' });
    const database = createDatabase(server.url, { max: 2 });
    try {
      const deps = { db: database.prisma, clock: systemClock };
      const start = performance.now();
      const trained = await trainCancelRiskOn(deps, PRODUCT);
      const seconds = (performance.now() - start) / 1000;
      if (trained.is === 'too-few') {
        console.log(json ? JSON.stringify(trained) : trained.because);
        return 0;
      }
      const { version, rows, metrics } = trained;
      const scored = promote
        ? await promoteModelOn(deps, PRODUCT, { model: 'cancel-risk', version }).then(async () =>
            scoreEveryoneOn({ ...deps, policies: await policyStore(policiesDir()) }, PRODUCT),
          )
        : null;
      if (json) console.log(JSON.stringify({ ...trained, seconds, scored }));
      else {
        console.log(`cancel-risk ${version}, learnt from ${rows} outcomes in ${seconds.toFixed(2)} s`);
        console.table(
          Object.entries(metrics).map(([metric, value]) => ({ metric, value: Number(value.toFixed(4)) })),
        );
        console.log(
          scored?.is === 'scored'
            ? `It is in force, and ${scored.customers} customers are scored by it.`
            : 'It is a candidate: --promote puts it in force.',
        );
      }
      return 0;
    } finally {
      await database.close();
      await server.stop();
    }
  },
});
